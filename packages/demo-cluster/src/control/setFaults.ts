import { at } from '../json/at.ts';
import { textAt } from '../json/textAt.ts';
import type { FaultKnobs } from '../faults/FaultKnobs.ts';

/** Does `POST /faults`; throws what is wrong with the order. */
export function setFaults(
  clusters: Readonly<Record<string, { readonly faults: FaultKnobs }>>,
  body: unknown,
): unknown {
  const name = textAt(body, 'cluster');
  if (name === undefined) throw new Error('cluster: give a text');
  const faults = Object.hasOwn(clusters, name)
    ? clusters[name]?.faults
    : undefined;
  if (!faults)
    throw new Error(
      `cluster: ${name} is none of ${Object.keys(clusters).join(', ')}`,
    );
  if (at(body, 'reset') === true) faults.reset();
  const set = at(body, 'set');
  if (set !== undefined) faults.setUnknown(set);
  if (at(body, 'endWatches') === true) faults.endWatchesNow();
  return { cluster: name, faults: faults.settings };
}
