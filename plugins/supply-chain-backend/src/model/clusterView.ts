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
  cluster: Pick<ClusterView, 'name' | 'title' | 'access'>,
  kinds: readonly KindHealth[],
): ClusterView {
  const state = ORDER.find(each => kinds.some(kind => kind.state === each));
  return present({
    name: cluster.name,
    title: cluster.title,
    access: cluster.access,
    state:
      state ?? (kinds.length > 0 ? ('fresh' as const) : ('loading' as const)),
    since: earliest(
      kinds.filter(kind => kind.state === state).map(kind => kind.since),
    ),
    kinds: [...kinds],
  });
}

function earliest(
  instants: readonly (string | undefined)[],
): string | undefined {
  return instants
    .flatMap(each => each ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
