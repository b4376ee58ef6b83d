/** Often enough for a test, seldom enough for a busy machine. */
const PAUSE_MS = 50;

/**
 * Asks until there is an answer: for what other processes bring about and tell nobody. How long that may take, the limit of
 * the test says.
 */
export async function until<T>(
  ask: () => T | Promise<T>,
): Promise<Exclude<T, false | undefined>> {
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) {
      return answer as Exclude<T, false | undefined>;
    }
    await new Promise(resolve => {
      setTimeout(resolve, PAUSE_MS);
    });
  }
}
