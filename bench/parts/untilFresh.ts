import { sleep } from '../support/sleep.ts';
import { clusterStates } from './clusterStates.ts';
import type { Backend } from './World.ts';

/** ms between two questions. */
const ASK_EVERY = 100;

/** ms until all the clusters (or these) are fresh: each kind was read to its end and is being watched. */
export async function untilFresh(
  backend: Backend,
  only?: readonly string[],
  longest = 180_000,
): Promise<number> {
  const start = performance.now();
  for (;;) {
    const states = await clusterStates(backend);
    const wanted = states.filter(({ name }) => only?.includes(name) ?? true);
    if (wanted.length > 0 && wanted.every(({ state }) => state === 'fresh'))
      return performance.now() - start;
    if (performance.now() - start > longest)
      throw new Error(
        `Not fresh after ${longest} ms: ${JSON.stringify(wanted)}`,
      );
    await sleep(ASK_EVERY);
  }
}
