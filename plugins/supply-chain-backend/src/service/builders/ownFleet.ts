import type { Clock } from '../../clock/Clock';
import type { LiveCopy } from '../../watch/LiveCopy';
import { SLICE_MS } from '../rows/SLICE_MS';
import type { Sight } from '../Sight';
import { watchedKinds } from '../watchedKinds';
import { deriveFacts } from './deriveFacts';
import type { FleetImage } from './FleetImage';

/** Images of the clusters that are read with a reader's own tokens: derived for them alone, and kept for nobody. */
export async function ownFleet(
  { clock, pause }: { clock: Clock; pause: () => Promise<void> },
  copy: LiveCopy,
  as: Pick<Sight, 'signal' | 'personal'>,
): Promise<readonly FleetImage[]> {
  const found: FleetImage[] = [];
  const own = copy
    .clusters()
    .filter(
      ({ name, access }) =>
        access === 'per-user' && as.personal?.source(name) !== undefined,
    );
  let until = clock.now() + SLICE_MS;
  for (const { name: cluster } of own) {
    const names = [...copy.kind(cluster, watchedKinds.image).all()].map(
      ({ meta: { namespace, name } }) => ({ namespace, name }),
    );
    for (const each of names) {
      const now = clock.now();
      const derived = deriveFacts({ copy, cluster, now, ...each });
      if (derived) found.push(derived.image);
      if (clock.now() < until) continue;
      await pause();
      as.signal.throwIfAborted();
      until = clock.now() + SLICE_MS;
    }
  }
  return found;
}
