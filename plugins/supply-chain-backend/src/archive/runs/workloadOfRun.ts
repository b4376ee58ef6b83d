import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { isOwnedBy } from '../../stages/isOwnedBy';
import type { KindCopy } from '../../watch/KindCopy';

type Owned = { readonly meta: ObjectMeta };

/** Owner references followed: a TaskRun of a PipelineRun of a Runnable of a Workload is three. */
const CLIMBED_MAX = 4;

/**
 * The workload that a run belongs to by owner references all the way; `unknown` where that cannot be told now. Labels say
 * nothing: everybody may write them.
 */
export function workloadOfRun(
  run: ObjectMeta,
  owners: Readonly<Record<string, Pick<KindCopy<Owned>, 'get' | 'health'>>>,
): ObjectMeta | 'unknown' | undefined {
  let below = run;
  for (let climbed = 0; climbed < CLIMBED_MAX; climbed += 1) {
    const owner =
      below.owners.find(each => each.controller) ??
      (below.owners.length === 1 ? below.owners[0] : undefined);
    const copy = owner && owners[owner.kind];
    if (!owner || !copy) return undefined;
    const above = copy.get(below.namespace, owner.name);
    if (!above) return copy.health.state === 'fresh' ? undefined : 'unknown';
    if (!isOwnedBy(below, { kind: owner.kind, meta: above.meta }))
      return undefined;
    if (owner.kind === 'Workload') return above.meta;
    below = above.meta;
  }
  return undefined;
}
