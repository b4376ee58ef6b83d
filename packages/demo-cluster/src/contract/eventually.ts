/** A real server does some things later: its garbage collector learns of new kinds every 30 s, rights have to reach informers. */
const PATIENCE_MS = 60_000;
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
