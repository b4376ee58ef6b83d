import { help } from './cli/help.ts';
import { parseCommand } from './cli/parseCommand.ts';
import type { Command } from './cli/parseCommand.ts';
import { sendOrder } from './cli/sendOrder.ts';
import { textAt } from './json/textAt.ts';
import { startGeneratedClusters } from './generate/startGeneratedClusters.ts';
import { startDemoClusters } from './startDemoClusters.ts';
import { scenarios } from './world/scenarios.ts';

/** Does what the command line says. Resolves when there is nothing more to do, for `serve` when the signal ended it. */
async function main(command: Command, signal: AbortSignal): Promise<void> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(help);
      return;
    case 'scenarios':
      process.stdout.write(inColumns(Object.entries(scenarios)));
      return;
    case 'order': {
      const { control, path, body } = command;
      const answer = await sendOrder(control, path, body);
      process.stdout.write(`${JSON.stringify(answer)}\n`);
      return;
    }
    case 'kubeconfig': {
      const answer = await sendOrder(command.control, '/kubeconfig');
      process.stdout.write(textAt(answer, 'kubeconfig') ?? '');
      return;
    }
    case 'serve':
      await serve(command, signal);
      return;
    case 'generate':
      await generate(command, signal);
      return;
    default: {
      const never: never = command;
      throw new Error(`Unknown command ${String(never)}`);
    }
  }
}

function inColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows
    .map(([name, shows]) => `${name.padEnd(width)}${shows}\n`)
    .join('');
}

async function serve(
  { recording, ports, speed, autoplay }: Command & { kind: 'serve' },
  signal: AbortSignal,
): Promise<void> {
  const ended = endOf(signal);
  const demo = await startDemoClusters({
    ...{ ports, autoplay, registry: true },
    ...(recording !== undefined && { recording }),
    ...(speed !== undefined && { speed }),
    logger: {
      error: message => process.stderr.write(`${message}\n`),
    },
  });
  const { unreadable } = demo.recording;
  for (const [file, count] of unreadable)
    process.stderr.write(`${file}: ${count} parts could not be read\n`);
  process.stdout.write(
    `build cluster ${demo.build.url} · run cluster ${demo.run.url} · control ${demo.control.url} · registry ${demo.registry?.url} · recording ${demo.recording.name}\n`,
  );
  // Reading what can be played takes a second in which nothing is answered: now, not at the first push.
  demo.world.scene.scripts.own();
  await ended;
  await demo.close();
}

async function generate(
  { recording, seed, ...rest }: Command & { kind: 'generate' },
  signal: AbortSignal,
): Promise<void> {
  const ended = endOf(signal);
  const generated = await startGeneratedClusters({
    ...rest,
    ...(recording !== undefined && { recording }),
    ...(seed !== undefined && { seed }),
    logger: { error: message => process.stderr.write(`${message}\n`) },
  });
  const clusters = Object.entries(generated.clusters).map(
    ([name, { servers }]) => `${name} ${servers[0]?.url ?? ''}`,
  );
  process.stdout.write(
    `${[...clusters, `control ${generated.control.url}`].join(' · ')}\n`,
  );
  await ended;
  await generated.close();
}

function endOf(signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    signal.addEventListener('abort', () => done(), { once: true });
  });
}

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => stop.abort());
Promise.resolve()
  .then(() => main(parseCommand(process.argv.slice(2)), stop.signal))
  .catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
  });
