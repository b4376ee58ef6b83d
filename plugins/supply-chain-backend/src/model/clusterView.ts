import type {
  ClusterView,
  KindHealth,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from './objects/present';

/** Worst first. */
const ORDER: readonly ClusterView['state'][] = [
  'down',
  'denied',
  'stale',
  'loading',
  'fresh',
];

/** A cluster with the worst state of its kinds. A kind that the cluster does not have is no fault: a run cluster has no builds. */
export function clusterView(
  cluster: Pick<ClusterView, 'name' | 'title' | 'access' | 'authProvider'>,
  kinds: readonly KindHealth[],
): ClusterView {
  const state = ORDER.find(each => kinds.some(kind => kind.state === each));
  const dated = kinds.map(withoutIdleDate);
  return present({
    name: cluster.name,
    title: cluster.title,
    access: cluster.access,
    authProvider:
      cluster.access === 'per-user' ? cluster.authProvider : undefined,
    state:
      state ?? (kinds.length > 0 ? ('fresh' as const) : ('loading' as const)),
    since: earliest(
      dated.filter(kind => kind.state === state).map(kind => kind.since),
    ),
    kinds: dated,
  });
}

/**
 * Since when all is well, or a kind is not there, is when this process began to look: it tells a person nothing, and would
 * make the same view another version on every replica.
 */
function withoutIdleDate(kind: KindHealth): KindHealth {
  if (kind.state !== 'fresh' && kind.state !== 'absent') return kind;
  const { since: _, ...rest } = kind;
  return rest;
}

function earliest(
  instants: readonly (string | undefined)[],
): string | undefined {
  return instants
    .flatMap(each => each ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
