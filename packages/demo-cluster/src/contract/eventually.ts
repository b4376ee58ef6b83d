/** A real server answers some things later: garbage collection, rights that informers have to see. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = 100;

/** Tries until it does not throw, or throws what it threw last. */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
  }
}
