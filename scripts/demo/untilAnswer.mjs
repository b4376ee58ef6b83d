import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two asks; an answer of a starting server is worth no hurry. */
const ASK_EVERY_MS = 200;
/** Milliseconds for one answer: the first one of a starting backend may take a while. */
const ANSWER_MS = 20_000;

/**
 * Asks again and again until the answer is a good one.
 * @template T
 * @param {string} url
 * @param {{ signal: AbortSignal, headers?: Record<string, string>, read?: (response: Response) => Promise<T> }} options
 * @returns {Promise<T>} what `read` made of the answer
 */
export async function untilAnswer(url, { signal, headers = {}, read }) {
  for (;;) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, {
        headers,
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
      });
      if (response.ok) return read ? await read(response) : undefined;
      await response.body?.cancel();
    } catch {
      // Not listening yet, or cut off while starting: ask again.
    }
    await sleep(ASK_EVERY_MS, undefined, { signal });
  }
}
