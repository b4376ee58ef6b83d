import { runStep } from '../setup/runStep.mjs';

/** Milliseconds for a download, after which the next way is tried. */
const DOWNLOAD_MS = 180_000;

/** Runs a download for so long at most; answers with the first line of what went wrong. */
export async function limited(step) {
  const tooLong = AbortSignal.timeout(DOWNLOAD_MS);
  try {
    await runStep({ ...step, signal: AbortSignal.any([step.signal, tooLong]) });
    return undefined;
  } catch (error) {
    step.signal.throwIfAborted();
    return tooLong.aborted
      ? `took longer than ${DOWNLOAD_MS / 1000} s`
      : `failed, see ${step.logFile}`;
  }
}
