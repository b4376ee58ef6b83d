import type { LiveCopy } from '../watch/LiveCopy';
import { watchedKinds } from './watchedKinds';

/** The copies of every watched kind of one cluster, by what they hold. */
export function clusterCopies(copy: Pick<LiveCopy, 'kind'>, cluster: string) {
  return {
    workload: copy.kind(cluster, watchedKinds.workload),
    supplyChain: copy.kind(cluster, watchedKinds.supplyChain),
    deliverable: copy.kind(cluster, watchedKinds.deliverable),
    image: copy.kind(cluster, watchedKinds.image),
    build: copy.kind(cluster, watchedKinds.build),
    pod: copy.kind(cluster, watchedKinds.pod),
    builder: copy.kind(cluster, watchedKinds.builder),
    clusterBuilder: copy.kind(cluster, watchedKinds.clusterBuilder),
  };
}
