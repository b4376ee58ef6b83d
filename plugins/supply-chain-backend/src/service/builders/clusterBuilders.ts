import type { BuilderParts } from '../../model/builders/builderVerdicts';
import type { BuilderObject } from '../../model/objects/BuilderObject';
import type { ClusterLifecycleObject } from '../../model/objects/ClusterLifecycleObject';
import type { ClusterStackObject } from '../../model/objects/ClusterStackObject';
import type { ClusterStoreObject } from '../../model/objects/ClusterStoreObject';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import type { KindCopy } from '../../watch/KindCopy';
import type { LiveCopy } from '../../watch/LiveCopy';
import { watchedKinds } from '../watchedKinds';

/** What one cluster has of builders and what they are made from. All of them: there are dozens, not thousands. */
export interface ClusterBuilders {
  readonly cluster: string;
  readonly builders: readonly BuilderObject[];
  find(builder: BuilderKey): BuilderObject | undefined;
  partsOf(builder: BuilderObject): BuilderParts;
}

export type BuilderKey = {
  readonly kind: 'ClusterBuilder' | 'Builder';
  /** Of a Builder, or of the Image that names it. */
  readonly namespace: string;
  readonly name: string;
};

interface Known {
  readonly versions: string;
  readonly value: ClusterBuilders;
}

const known = new WeakMap<KindCopy<BuilderObject>, Known>();

/** Each object is decoded when it is read: all of them together are kept until one of them changes. */
export function clusterBuilders(
  copy: Pick<LiveCopy, 'kind'>,
  cluster: string,
): ClusterBuilders {
  const copies = {
    clusterBuilder: copy.kind(cluster, watchedKinds.clusterBuilder),
    builder: copy.kind(cluster, watchedKinds.builder),
    stack: copy.kind(cluster, watchedKinds.clusterStack),
    store: copy.kind(cluster, watchedKinds.clusterStore),
    lifecycle: copy.kind(cluster, watchedKinds.clusterLifecycle),
  };
  const versions = Object.values(copies)
    .map(({ version }) => version)
    .join();
  const before = known.get(copies.clusterBuilder);
  if (before?.versions === versions) return before.value;
  const value = read(cluster, copies);
  known.set(copies.clusterBuilder, { versions, value });
  return value;
}

function read(
  cluster: string,
  copies: {
    readonly clusterBuilder: KindCopy<BuilderObject>;
    readonly builder: KindCopy<BuilderObject>;
    readonly stack: KindCopy<ClusterStackObject>;
    readonly store: KindCopy<ClusterStoreObject>;
    readonly lifecycle: KindCopy<ClusterLifecycleObject>;
  },
): ClusterBuilders {
  const builders = [...copies.clusterBuilder.all(), ...copies.builder.all()];
  builders.sort(byName);
  const byKey = new Map(builders.map(each => [keyOf(each.meta), each]));
  const stacks = byNameOf(copies.stack);
  const stores = byNameOf(copies.store);
  const lifecycles = byNameOf(copies.lifecycle);
  return {
    cluster,
    builders,
    find: ({ kind, namespace, name }) =>
      byKey.get(
        keyOf({ namespace: kind === 'Builder' ? namespace : '', name }),
      ),
    partsOf: ({ stack = '', store = '', lifecycle = '' }) => ({
      stack: stacks.get(stack),
      store: stores.get(store),
      lifecycle: lifecycles.get(lifecycle),
    }),
  };
}

function byNameOf<T extends { readonly meta: ObjectMeta }>(
  copy: KindCopy<T>,
): ReadonlyMap<string, T> {
  return new Map([...copy.all()].map(each => [each.meta.name, each]));
}

/** Those for all namespaces first. */
function byName({ meta: a }: BuilderObject, { meta: b }: BuilderObject) {
  if (a.namespace !== b.namespace) return a.namespace < b.namespace ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}

function keyOf({
  namespace,
  name,
}: {
  readonly namespace: string;
  readonly name: string;
}): string {
  return `${namespace}/${name}`;
}
