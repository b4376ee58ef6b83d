import { watchFile, unwatchFile, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { adviceFor } from './adviceFor.mjs';
import { ChildGroup } from './ChildGroup.mjs';
import { logTail } from './logTail.mjs';
import { SetupError } from './SetupError.mjs';

/** Milliseconds between two looks at what a child wrote. */
const LOOK_EVERY_MS = 1_000;

/**
 * Runs a command to its end, with its output in a log file; throws a {@link SetupError}
 * with the log's tail when it fails.
 * @param {{ what: string, command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, logFile: string,
 *   signal: AbortSignal, look?: (log: string) => void }} options `look` is shown the output so far
 */
export async function runStep({ what, signal, look, ...child }) {
  signal.throwIfAborted();
  const group = new ChildGroup(child);
  const stop = () => void group.end();
  signal.addEventListener('abort', stop);
  if (look) {
    watchFile(child.logFile, { interval: LOOK_EVERY_MS }, () =>
      look(readFileSync(child.logFile, 'utf8')),
    );
  }
  try {
    const { code, error, signal: killedBy } = await group.exited;
    signal.throwIfAborted();
    if (code === 0) return;
    const tail = logTail(child.logFile);
    const how =
      error?.message ??
      (killedBy ? `ended by ${killedBy}` : `exit code ${code}`);
    throw new SetupError(
      `${what} failed: ${basename(
        child.command,
      )} ${how}.\n${tail}\nAll of it: ${child.logFile}`,
      adviceFor(tail),
    );
  } finally {
    unwatchFile(child.logFile);
    signal.removeEventListener('abort', stop);
  }
}
