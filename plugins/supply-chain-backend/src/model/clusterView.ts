import type {
  ClusterView,
  KindHealth,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A cluster with the worst state of its kinds. */
export function clusterView(
  cluster: Pick<ClusterView, 'name' | 'title' | 'access'>,
  kinds: readonly KindHealth[],
): ClusterView {
  throw new Error(`not yet ${cluster.name} ${kinds.length}`);
}
