import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type { PodObject } from '../model/objects/PodObject';
import type { Surroundings } from '../model/Surroundings';
import type { LiveCopy } from '../watch/LiveCopy';
import { clusterCopies } from './clusterCopies';
import { sha256 } from './sha256';

/** One cluster of the live copy as the model reads it. */
export function surroundings(
  copy: LiveCopy,
  cluster: string,
  clock: Pick<Clock, 'now'>,
): Surroundings {
  const { workload, supplyChain, image, build, pod } = clusterCopies(
    copy,
    cluster,
  );
  const { state } = workload.health;
  return {
    cluster,
    now: clock.now(),
    stale: state === 'stale' || state === 'down',
    workload: (namespace, name) => workload.get(namespace, name),
    supplyChains: () => [...supplyChain.all()],
    image: (namespace, name) => image.get(namespace, name),
    builds: (namespace, name) => build.byIndex('image', `${namespace}/${name}`),
    podOfBuild: (namespace, name) =>
      newest(pod.byIndex('build', `${namespace}/${name}`)),
    deliverables: (namespace, name) =>
      copy.clusters().flatMap(each => {
        const deliverable = clusterCopies(copy, each.name).deliverable.get(
          namespace,
          name,
        );
        return deliverable ? [{ cluster: each.name, deliverable }] : [];
      }),
    problem: resource => problemOf(copy, cluster, resource),
    sha256,
  };
}

/** While a deleted pod lingers, a build has two. */
function newest(pods: readonly PodObject[]): PodObject | undefined {
  return [...pods].sort((a, b) =>
    (a.meta.createdAt ?? '') < (b.meta.createdAt ?? '') ? 1 : -1,
  )[0];
}

function problemOf(
  copy: LiveCopy,
  cluster: string,
  resource: string,
): Problem | undefined {
  return copy
    .clusters()
    .find(each => each.name === cluster)
    ?.kinds.find(each => each.resource === resource)?.problem;
}
