import type {
  ClusterView,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { resourceName } from '../clusters/resourceName';
import { clusterView } from '../model/clusterView';
import type { ClusterState } from '../watch/ClusterState';
import type { LiveCopy } from '../watch/LiveCopy';
import { limitedHealth } from './limitedHealth';
import type { Sight } from './Sight';
import { watchedKinds } from './watchedKinds';

const WORKLOADS = resourceName(watchedKinds.workload.resource);

/** How well the clusters that a reader may look at are known, as of one moment. */
export class ClusterHealths {
  readonly #copy: LiveCopy;
  readonly #as: Sight;
  readonly #states: readonly ClusterState[];

  constructor(copy: LiveCopy, as: Sight) {
    this.#copy = copy;
    this.#as = as;
    this.#states = copy.clusters().filter(({ name }) => as.mayLookAt(name));
  }

  get names(): readonly string[] {
    return this.#states.map(({ name }) => name);
  }

  views(): ClusterView[] {
    return this.#states.map(cluster =>
      clusterView(
        cluster,
        this.#as.all ? cluster.kinds : cluster.kinds.map(limitedHealth),
      ),
    );
  }

  /** Clusters whose workloads have not been heard of for a while. */
  stale(): readonly string[] {
    return this.#states.flatMap(({ name, kinds }) => {
      const state = kinds.find(({ resource }) => resource === WORKLOADS)?.state;
      return state === 'stale' || state === 'down' ? name : [];
    });
  }

  problems(): readonly Problem[] {
    return this.#states.flatMap(({ name, kinds }) => [
      ...kinds.flatMap(kind => kind.problem ?? []),
      ...this.#unreadableWorkloads(name),
    ]);
  }

  #unreadableWorkloads(cluster: string): readonly Problem[] {
    return this.#copy
      .kind(cluster, watchedKinds.workload)
      .unreadable()
      .filter(({ namespace = '', name }) =>
        this.#as.sees({
          ...{ kind: 'Workload', cluster, namespace, name },
          labels: {},
        }),
      )
      .map(({ namespace, name, says }) => ({
        because: 'unreadable',
        cluster,
        resource: WORKLOADS,
        name,
        says,
        ...(namespace ? { namespace } : {}),
      }));
  }
}
