import type { LiveEnvironment } from './LiveEnvironment';

/** Resolves after so many ms, or when the signal is aborted. */
export function sleep(
  environment: Pick<LiveEnvironment, 'after'>,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    const cancel = environment.after(ms, awake);
    function awake() {
      cancel();
      signal.removeEventListener('abort', awake);
      resolve();
    }
    signal.addEventListener('abort', awake);
    if (signal.aborted) awake();
  });
}
