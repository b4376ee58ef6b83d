import { rmSync } from 'node:fs';
import { ChildGroup } from '../setup/ChildGroup.mjs';
import { logTail } from '../setup/logTail.mjs';

/** Lines of a failing stage's output that are shown; the file has all of them. */
const TAIL_LINES = 80;

/**
 * Runs one stage to its end and counts it.
 * @param {import('./stages.mjs').Stage} stage
 * @param {{ node: string, root: string, env: NodeJS.ProcessEnv, logFile: string, signal: AbortSignal }} place
 * @returns {Promise<{ passed: number, failed: number, skipped: number, says: string }>} `says` is what a person needs who has to mend it
 */
export async function runStage(stage, { node, root, env, logFile, signal }) {
  // A report of an earlier run must not speak for this one.
  if (stage.report) rmSync(stage.report, { force: true });
  const group = new ChildGroup({
    command: node,
    args: stage.args,
    cwd: root,
    env: { ...env, ...stage.env },
    logFile,
  });
  const stop = () => void group.end();
  signal.addEventListener('abort', stop);
  const { code } = await group.exited;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  const ok = code === 0;
  const { failures, ...count } = read(stage, ok);
  const failed = Math.max(count.failed, ok ? 0 : 1);
  return {
    ...count,
    failed,
    says:
      failed === 0
        ? ''
        : [...failures, logTail(logFile, TAIL_LINES), `All of it: ${logFile}`]
            .filter(Boolean)
            .join('\n'),
  };
}

function read(stage, ok) {
  const one = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  if (!stage.count) return { ...one, skipped: 0, failures: [] };
  try {
    const count = stage.count();
    if (count.passed + count.failed > 0) return count;
    // Nothing ran: whatever the exit code says, nothing was proved.
    return { ...count, failed: 1, failures: [`${stage.title}: no test ran`] };
  } catch (error) {
    return {
      ...{ passed: 0, failed: 1, skipped: 0 },
      failures: [`${stage.title}: no report (${error.message})`],
    };
  }
}
