import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { isOwnedBy } from '../../stages/isOwnedBy';
import type { KindCopy } from '../../watch/KindCopy';

type Owned = { readonly meta: ObjectMeta };

/** The workload of a run, and what stands between: from what made the run to what Cartographer stamped. */
export interface OwnedRun {
  readonly workload: ObjectMeta;
  readonly between: readonly {
    readonly kind: string;
    readonly meta: ObjectMeta;
  }[];
}

/** Owner references followed: a TaskRun of a PipelineRun of a Runnable of a Workload is three. */
const CLIMBED_MAX = 4;

/**
 * The workload that a run belongs to by owner references all the way; `unknown` where that cannot be told now. Labels say
 * nothing: everybody may write them.
 */
export function workloadOfRun(
  run: ObjectMeta,
  owners: Readonly<Record<string, Pick<KindCopy<Owned>, 'get' | 'health'>>>,
): OwnedRun | 'unknown' | undefined {
  let below = run;
  const between: { kind: string; meta: ObjectMeta }[] = [];
  for (let climbed = 0; climbed < CLIMBED_MAX; climbed += 1) {
    const owner =
      below.owners.find(each => each.controller) ??
      (below.owners.length === 1 ? below.owners[0] : undefined);
    const copy = owner && owners[owner.kind];
    if (!owner || !copy) return undefined;
    const above = copy.get(below.namespace, owner.name);
    if (!above) {
      const { state } = copy.health;
      return state === 'fresh' || state === 'absent' ? undefined : 'unknown';
    }
    const { kind } = owner;
    const { meta } = above;
    if (!isOwnedBy(below, { kind, meta })) return undefined;
    if (kind === 'Workload') return { workload: meta, between };
    between.push({ kind, meta });
    below = meta;
  }
  return undefined;
}
