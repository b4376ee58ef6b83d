import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ChildGroup } from '../setup/ChildGroup.mjs';
import { logTail } from '../setup/logTail.mjs';
import { prepare } from '../setup/prepare.mjs';
import { Progress } from '../setup/Progress.mjs';
import { SetupError } from '../setup/SetupError.mjs';
import { demoHelp } from './demoHelp.mjs';
import { demoProcesses } from './demoProcesses.mjs';
import { parseDemoArguments } from './parseDemoArguments.mjs';
import { requireFreePorts } from './requireFreePorts.mjs';
import { showLogs } from './showLogs.mjs';
import { untilReady } from './untilReady.mjs';

/** `npm run demo`: answers with the exit code when the demo has ended. */
export async function runDemo({ root, args, env, stdout, stderr, signal }) {
  // npm says where the person is; it runs us at the root.
  const wish = parseDemoArguments(args, env.INIT_CWD ?? process.cwd());
  if (wish.kind === 'help') {
    stdout.write(demoHelp);
    return 0;
  }
  // Asked before minutes of set-up, not after.
  if (wish.kind === 'start') await requireFreePorts(wish.ports);
  const withApp = wish.kind === 'start';
  const place = await prepare({ root, env, out: stderr, signal, withApp });
  return wish.kind === 'command'
    ? runCommand({ root, ...place, args: wish.args, signal })
    : start({ root, ...place }, wish, { stdout, stderr, signal });
}

/** A command of the demo cluster's CLI, as if called directly. */
async function runCommand({ root, node, env, args, signal }) {
  const child = spawn(
    node,
    [join(root, 'packages', 'demo-cluster', 'src', 'main.ts'), ...args],
    { cwd: root, env, stdio: 'inherit', signal },
  );
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

async function start(place, wish, { stdout, stderr, signal }) {
  const processes = demoProcesses(place, wish);
  const groups = processes.map(options => ({
    name: options.name,
    group: new ChildGroup(options),
  }));
  const hideLogs = wish.verbose
    ? showLogs(
        processes.map(({ logFile }) => logFile),
        stderr,
      )
    : () => {};
  const oneDied = Promise.race(
    groups.map(async ({ name, group }) =>
      diedOf(name, group, await group.exited),
    ),
  );
  const waiting = new AbortController();
  try {
    await Promise.race([
      untilStopped(signal),
      oneDied.then(error => Promise.reject(error)),
      new Progress(stderr, 1).step('Starting', at =>
        untilReady({
          ports: wish.ports,
          signal: AbortSignal.any([signal, waiting.signal]),
          at,
        }),
      ),
    ]);
    stdout.write(
      `Supply Chain View is ready: http://localhost:${wish.ports.backstage}/supply-chain\n`,
    );
    const died = await Promise.race([oneDied, untilStopped(signal)]);
    throw died;
  } finally {
    waiting.abort();
    await Promise.all(groups.map(({ group }) => group.end()));
    hideLogs();
  }
}

/** Rejects when the person ends the demo. */
function untilStopped(signal) {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}

function diedOf(name, group, { code, signal, error }) {
  const how = error?.message ?? (signal ? `by ${signal}` : `with code ${code}`);
  return new SetupError(
    `${name} ended ${how}.\n${logTail(group.logFile)}\nAll of it: ${
      group.logFile
    }`,
    'The rest of the demo was ended too. Run the command again.',
  );
}
