import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { resourceName } from '../../clusters/resourceName';
import type { BuildObject } from '../../model/objects/BuildObject';
import type { PodObject } from '../../model/objects/PodObject';
import type { SupplyChainObject } from '../../model/objects/SupplyChainObject';
import type { StampedQuery } from '../../model/StampedQuery';
import type { StampedRead } from '../../model/StampedRead';
import type { Surroundings } from '../../model/Surroundings';
import { stampedKey } from '../stamped/stampedKey';
import type { KindCopy } from '../../watch/KindCopy';
import type { LiveCopy } from '../../watch/LiveCopy';
import { objectKey } from '../../watch/objectKey';
import { clusterCopies } from '../clusterCopies';
import { sha256 } from '../sha256';
import { dependency, type Dependency } from './dependency';
import { watchedKinds } from '../watchedKinds';

const resources = {
  workload: resourceName(watchedKinds.workload.resource),
  supplyChain: resourceName(watchedKinds.supplyChain.resource),
  deliverable: resourceName(watchedKinds.deliverable.resource),
  image: resourceName(watchedKinds.image.resource),
  build: resourceName(watchedKinds.build.resource),
  pod: resourceName(watchedKinds.pod.resource),
  builder: resourceName(watchedKinds.builder.resource),
  clusterBuilder: resourceName(watchedKinds.clusterBuilder.resource),
};

export interface SurroundingsOptions {
  readonly copy: Pick<LiveCopy, 'kind' | 'clusters'>;
  readonly cluster: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Names of all clusters, where they are known already: asking the copy for them makes the health of each. */
  readonly clusters?: readonly string[] | undefined;
  /**
   * Told of everything that is looked at, there or not. A look-up that is added here must say what it looked at, or views
   * stay as they are when that changes.
   */
  readonly note?: ((on: Dependency) => void) | undefined;
  readonly holdsUntil?: ((at: number) => void) | undefined;
  /** Looks at objects of kinds that are not always watched. */
  readonly stamped?: ((query: StampedQuery) => StampedRead) | undefined;
  /** As if the cluster were well, for what says nothing of its health: nothing is noted of it. */
  readonly trusting?: boolean | undefined;
}

export interface ClusterSurroundings extends Surroundings {
  build(namespace: string, name: string): BuildObject | undefined;
}

/** One cluster of the live copy as the model reads it. */
export function surroundingsOf(
  options: SurroundingsOptions,
): ClusterSurroundings {
  const { copy, cluster, now, note = () => {}, trusting = false } = options;
  const { workload, supplyChain, image, build, pod } = clusterCopies(
    copy,
    cluster,
  );
  const { builder, clusterBuilder } = clusterCopies(copy, cluster);
  const one = (resource: string, namespace: string | undefined, name: string) =>
    note(dependency.object(cluster, resource, objectKey(namespace, name)));
  return {
    cluster,
    now,
    get stale() {
      if (trusting) return false;
      note(dependency.health(cluster, resources.workload));
      const { state } = workload.health;
      return state === 'stale' || state === 'down';
    },
    workload(namespace, name) {
      one(resources.workload, namespace, name);
      return workload.get(namespace, name);
    },
    supplyChains() {
      note(dependency.kind(cluster, resources.supplyChain));
      return chainsOf(supplyChain);
    },
    supplyChain(name) {
      one(resources.supplyChain, undefined, name);
      return chainsOf(supplyChain).find(chain => chain.meta.name === name);
    },
    image(namespace, name) {
      one(resources.image, namespace, name);
      return image.get(namespace, name);
    },
    build(namespace, name) {
      one(resources.build, namespace, name);
      return build.get(namespace, name);
    },
    builder(namespace, name) {
      one(
        namespace === undefined ? resources.clusterBuilder : resources.builder,
        namespace,
        name,
      );
      const kind = namespace === undefined ? clusterBuilder : builder;
      return kind.get(namespace, name);
    },
    builds(namespace, name) {
      const key = `${namespace}/${name}`;
      note(dependency.entry(cluster, resources.build, `image\n${key}`));
      return build.byIndex('image', key);
    },
    podOfBuild(namespace, name) {
      const key = `${namespace}/${name}`;
      note(dependency.entry(cluster, resources.pod, `build\n${key}`));
      return newest(pod.byIndex('build', key));
    },
    deliverables(namespace, name) {
      const key = objectKey(namespace, name);
      note(dependency.anywhere(resources.deliverable, key));
      const names = options.clusters ?? copy.clusters().map(each => each.name);
      return names.flatMap(each => {
        const deliverable = copy
          .kind(each, watchedKinds.deliverable)
          .get(namespace, name);
        if (!deliverable) return [];
        note(dependency.cluster(each));
        return { cluster: each, deliverable };
      });
    },
    problem(resource) {
      if (trusting) return undefined;
      note(dependency.health(cluster, resource));
      return problemOf(copy, cluster, resource);
    },
    sha256,
    ...(options.stamped ? { stamped: noted(options.stamped, note) } : {}),
    ...(options.holdsUntil ? { holdsUntil: options.holdsUntil } : {}),
  };
}

function noted(
  look: (query: StampedQuery) => StampedRead,
  note: (on: Dependency) => void,
) {
  return (query: StampedQuery) => {
    note(dependency.stamped(stampedKey(query)));
    return look(query);
  };
}

const chains = new WeakMap<
  KindCopy<SupplyChainObject>,
  { readonly version: number; readonly all: readonly SupplyChainObject[] }
>();

/** There are few, every workload asks for one, and each is decoded when it is read: kept until one of them changes. */
function chainsOf(
  copy: KindCopy<SupplyChainObject>,
): readonly SupplyChainObject[] {
  const { version } = copy;
  const known = chains.get(copy);
  if (known?.version === version) return known.all;
  const all = [...copy.all()];
  chains.set(copy, { version, all });
  return all;
}

/** While a deleted pod lingers, a build has two. */
function newest(pods: readonly PodObject[]): PodObject | undefined {
  return [...pods].sort((a, b) =>
    (a.meta.createdAt ?? '') < (b.meta.createdAt ?? '') ? 1 : -1,
  )[0];
}

function problemOf(
  copy: Pick<LiveCopy, 'clusters'>,
  cluster: string,
  resource: string,
): Problem | undefined {
  return copy
    .clusters()
    .find(each => each.name === cluster)
    ?.kinds.find(each => each.resource === resource)?.problem;
}
