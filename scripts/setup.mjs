import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBench } from './bench/runBench.mjs';
import { runContract } from './contract/runContract.mjs';
import { runDemo } from './demo/runDemo.mjs';
import { SetupError } from './setup/SetupError.mjs';
import { runTests } from './test/runTests.mjs';

/** Each runs to its end and answers with the exit code. */
const COMMANDS = {
  demo: runDemo,
  test: runTests,
  contract: runContract,
  bench: runBench('bench.ts'),
  soak: runBench('soak.ts'),
};

/** Signals that end a command, and the exit code that shells expect for each. */
const ENDINGS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
const ending = new AbortController();
for (const [signal, code] of Object.entries(ENDINGS)) {
  process.on(signal, () => ending.abort(code));
}
// A closed terminal or pipe takes nothing more; there is still something to end.
for (const out of [process.stdout, process.stderr]) out.on('error', () => {});

if (!command) {
  process.stderr.write(
    `Usage: node scripts/setup.mjs ${Object.keys(COMMANDS).join(
      '|',
    )} [arguments]\n`,
  );
  process.exitCode = 2;
} else {
  process.exitCode = await run(command);
}

async function run(work) {
  try {
    return await work({
      root: dirname(dirname(fileURLToPath(import.meta.url))),
      args,
      env: process.env,
      stdout: process.stdout,
      stderr: process.stderr,
      signal: ending.signal,
    });
  } catch (error) {
    if (ending.signal.aborted) return ending.signal.reason;
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`\n${error.message}\n\n${error.advice}\n`);
    return 1;
  }
}
