import type { ClusterState, KubeObject } from 'demo-cluster';

/** What a cluster holds of one workload, read from its objects with nobody's help. */
export interface Truth {
  readonly namespace: string;
  readonly name: string;
  readonly chain: string | undefined;
  readonly ready: string | undefined;
  readonly builder: string | undefined;
  readonly latestImage: string | undefined;
  /** Oldest first. */
  readonly builds: readonly {
    readonly name: string;
    readonly number: number;
    /** The condition Succeeded: True, False or Unknown. */
    readonly succeeded: string | undefined;
    readonly image: string | undefined;
    readonly tag: string | undefined;
    readonly reasons: readonly string[];
  }[];
}

const KPACK = 'kpack.io';

/** For an oracle: what has to be shown, by reading every object as it is now. */
export function truthOf(state: ClusterState): Truth[] {
  const items = (group: string, plural: string) =>
    state.list({ group, plural }).items;
  const images = new Map(
    items(KPACK, 'images').map(image => [keyOf(image), image]),
  );
  const builds = new Map<string, KubeObject[]>();
  for (const build of items(KPACK, 'builds')) {
    const { labels, namespace } = build.metadata;
    const key = `${namespace ?? ''}/${labels?.['image.kpack.io/image'] ?? ''}`;
    builds.set(key, [...(builds.get(key) ?? []), build]);
  }
  return items('carto.run', 'workloads').map(workload => {
    const key = keyOf(workload);
    const { namespace = '', name } = workload.metadata;
    const image = images.get(key);
    return {
      ...{ namespace, name },
      chain: text(workload, 'status', 'supplyChainRef', 'name'),
      ready: condition(workload, 'Ready'),
      builder: text(image, 'spec', 'builder', 'name'),
      latestImage: text(image, 'status', 'latestImage'),
      builds: (builds.get(key) ?? [])
        .map(readBuild)
        .sort((a, b) => a.number - b.number),
    };
  });
}

function readBuild(build: KubeObject): Truth['builds'][number] {
  const { annotations, labels, name } = build.metadata;
  const tags = at(build, 'spec', 'tags');
  const tag = Array.isArray(tags) ? String(tags.at(-1)) : undefined;
  return {
    name,
    number: Number(labels?.['image.kpack.io/buildNumber']),
    succeeded: condition(build, 'Succeeded'),
    image: text(build, 'status', 'latestImage'),
    tag: tag?.split(':').at(-1),
    reasons: (annotations?.['image.kpack.io/reason'] ?? '')
      .split(',')
      .filter(Boolean),
  };
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function condition(object: KubeObject, type: string): string | undefined {
  const all = at(object, 'status', 'conditions');
  const found: unknown = Array.isArray(all)
    ? all.find((each: unknown) => text(each, 'type') === type)
    : undefined;
  return text(found, 'status');
}

function text(value: unknown, ...path: string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null
        ? Reflect.get(here, step)
        : undefined,
    value,
  );
}
