import { readBuild } from '../model/objects/readBuild';
import { readBuilder } from '../model/objects/readBuilder';
import { readClusterLifecycle } from '../model/objects/readClusterLifecycle';
import { readClusterStack } from '../model/objects/readClusterStack';
import { readClusterStore } from '../model/objects/readClusterStore';
import { readDeliverable } from '../model/objects/readDeliverable';
import { readImage } from '../model/objects/readImage';
import { readPod } from '../model/objects/readPod';
import { readSupplyChain } from '../model/objects/readSupplyChain';
import { readWorkload } from '../model/objects/readWorkload';
import type { BuilderObject } from '../model/objects/BuilderObject';
import type { BuildObject } from '../model/objects/BuildObject';
import type { ClusterLifecycleObject } from '../model/objects/ClusterLifecycleObject';
import type { ClusterStackObject } from '../model/objects/ClusterStackObject';
import type { ClusterStoreObject } from '../model/objects/ClusterStoreObject';
import type { DeliverableObject } from '../model/objects/DeliverableObject';
import type { ImageObject } from '../model/objects/ImageObject';
import type { PodObject } from '../model/objects/PodObject';
import type { SupplyChainObject } from '../model/objects/SupplyChainObject';
import type { WorkloadObject } from '../model/objects/WorkloadObject';
import type { WatchedKind } from '../watch/WatchedKind';
import { shaped } from './shaped';

const CARTOGRAPHER = { group: 'carto.run', version: 'v1alpha1' };
const KPACK = { group: 'kpack.io', version: 'v1alpha2' };

/** Label that kpack puts on a build's pod. */
const BUILD_LABEL = 'kpack.io/build';

const workload: WatchedKind<WorkloadObject> = {
  resource: { ...CARTOGRAPHER, plural: 'workloads' },
  kind: 'Workload',
  namespaced: true,
  read: shaped(readWorkload),
  indexes: {},
};

const supplyChain: WatchedKind<SupplyChainObject> = {
  resource: { ...CARTOGRAPHER, plural: 'clustersupplychains' },
  kind: 'ClusterSupplyChain',
  namespaced: false,
  read: shaped(readSupplyChain),
  indexes: {},
};

const deliverable: WatchedKind<DeliverableObject> = {
  resource: { ...CARTOGRAPHER, plural: 'deliverables' },
  kind: 'Deliverable',
  namespaced: true,
  read: shaped(readDeliverable),
  indexes: {},
};

const image: WatchedKind<ImageObject> = {
  resource: { ...KPACK, plural: 'images' },
  kind: 'Image',
  namespaced: true,
  read: shaped(readImage),
  indexes: {},
};

const build: WatchedKind<BuildObject> = {
  resource: { ...KPACK, plural: 'builds' },
  kind: 'Build',
  namespaced: true,
  read: shaped(readBuild),
  indexes: {
    image: object =>
      object.image ? [`${object.meta.namespace}/${object.image}`] : [],
  },
};

const pod: WatchedKind<PodObject> = {
  resource: { group: '', version: 'v1', plural: 'pods' },
  kind: 'Pod',
  namespaced: true,
  labelSelector: BUILD_LABEL,
  read: shaped(readPod),
  indexes: {
    build: ({ meta }) => {
      const name = meta.labels[BUILD_LABEL];
      return name ? [`${meta.namespace}/${name}`] : [];
    },
  },
};

const builder: WatchedKind<BuilderObject> = {
  resource: { ...KPACK, plural: 'builders' },
  kind: 'Builder',
  namespaced: true,
  read: shaped(raw => readBuilder(raw, 'namespaced')),
  indexes: {},
};

const clusterBuilder: WatchedKind<BuilderObject> = {
  resource: { ...KPACK, plural: 'clusterbuilders' },
  kind: 'ClusterBuilder',
  namespaced: false,
  read: shaped(raw => readBuilder(raw, 'cluster')),
  indexes: {},
};

const clusterStack: WatchedKind<ClusterStackObject> = {
  resource: { ...KPACK, plural: 'clusterstacks' },
  kind: 'ClusterStack',
  namespaced: false,
  read: shaped(readClusterStack),
  indexes: {},
};

const clusterStore: WatchedKind<ClusterStoreObject> = {
  resource: { ...KPACK, plural: 'clusterstores' },
  kind: 'ClusterStore',
  namespaced: false,
  read: shaped(readClusterStore),
  indexes: {},
};

/** Since kpack v0.17; an older kpack does not have it, which is no fault. */
const clusterLifecycle: WatchedKind<ClusterLifecycleObject> = {
  resource: { ...KPACK, plural: 'clusterlifecycles' },
  kind: 'ClusterLifecycle',
  namespaced: false,
  read: shaped(readClusterLifecycle),
  indexes: {},
};

/** The kinds that are kept as live copies. */
export const watchedKinds = {
  workload,
  supplyChain,
  deliverable,
  image,
  build,
  pod,
  builder,
  clusterBuilder,
  clusterStack,
  clusterStore,
  clusterLifecycle,
} as const;
