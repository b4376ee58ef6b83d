import { createHash } from 'node:crypto';
import type { BuildObject } from '../objects/BuildObject';
import type { EventObject } from '../objects/EventObject';
import type { ObjectMeta } from '../objects/ObjectMeta';
import type { PodObject } from '../objects/PodObject';
import { readBuild } from '../objects/readBuild';
import { readBuilder } from '../objects/readBuilder';
import { readClusterLifecycle } from '../objects/readClusterLifecycle';
import { readClusterStack } from '../objects/readClusterStack';
import { readClusterStore } from '../objects/readClusterStore';
import { readDeliverable } from '../objects/readDeliverable';
import { readEvent } from '../objects/readEvent';
import { readImage } from '../objects/readImage';
import { readPod } from '../objects/readPod';
import { readSupplyChain } from '../objects/readSupplyChain';
import { readWorkload } from '../objects/readWorkload';
import type { StampedQuery } from '../StampedQuery';
import type { StampedRead } from '../StampedRead';
import type { Surroundings } from '../Surroundings';

/** Readers of the kinds that the model reads, by `plural.group`. */
const READERS = {
  'workloads.carto.run': readWorkload,
  'deliverables.carto.run': readDeliverable,
  'clustersupplychains.carto.run': readSupplyChain,
  'images.kpack.io': readImage,
  'builds.kpack.io': readBuild,
  'builders.kpack.io': (raw: unknown) => readBuilder(raw, 'namespaced'),
  'clusterbuilders.kpack.io': (raw: unknown) => readBuilder(raw, 'cluster'),
  'clusterstacks.kpack.io': readClusterStack,
  'clusterstores.kpack.io': readClusterStore,
  'clusterlifecycles.kpack.io': readClusterLifecycle,
  pods: readPod,
  events: readEvent,
} as const;

type Kind = keyof typeof READERS;
type ObjectOf<K extends Kind> = ReturnType<(typeof READERS)[K]>;
type Raw = {
  metadata: {
    namespace?: string | undefined;
    name: string;
    labels?: Readonly<Record<string, string>>;
  };
  involvedObject?: { kind?: string; name?: string };
};

export type RecordedKindOf = { plural: string; group: string };

/** What a cluster held at one moment of a recording, behind the interface that the model asks. */
export class RecordedCluster {
  private readonly objects = new Map<Kind, Map<string, unknown>>();
  /** Everything as it came, by `plural.group`. */
  private readonly raws = new Map<string, Map<string, Raw>>();
  private buildsOfImage: Map<string, BuildObject[]> | undefined;
  private podsOfBuild: Map<string, PodObject> | undefined;

  constructor(private readonly now: number) {}

  /** Takes an object in, or out; kinds that the model does not read are left. */
  put(of: RecordedKindOf, raw: unknown, deleted = false): boolean {
    const kind = of.group ? `${of.plural}.${of.group}` : of.plural;
    this.putRaw(kind, raw, deleted);
    if (!isKind(kind)) return false;
    const held = this.objects.get(kind) ?? new Map<string, unknown>();
    this.objects.set(kind, held);
    if (deleted) {
      const { namespace = '', name } = (raw as Raw).metadata;
      held.delete(keyOf(namespace, name));
    } else {
      const read: unknown = READERS[kind](raw);
      held.set(keyOfRead(read), read);
    }
    if (kind === 'builds.kpack.io') this.buildsOfImage = undefined;
    if (kind === 'pods') this.podsOfBuild = undefined;
    return true;
  }

  all<K extends Kind>(kind: K): ObjectOf<K>[] {
    return [...(this.objects.get(kind)?.values() ?? [])] as ObjectOf<K>[];
  }

  get<K extends Kind>(
    kind: K,
    namespace: string,
    name: string,
  ): ObjectOf<K> | undefined {
    return this.objects.get(kind)?.get(keyOf(namespace, name)) as
      | ObjectOf<K>
      | undefined;
  }

  around(overrides: Partial<Surroundings> = {}): Surroundings {
    return {
      cluster: 'build',
      now: this.now,
      stale: false,
      workload: (namespace, name) =>
        this.get('workloads.carto.run', namespace, name),
      supplyChains: () => this.all('clustersupplychains.carto.run'),
      image: (namespace, name) => this.get('images.kpack.io', namespace, name),
      builder: (namespace, name) =>
        namespace === undefined
          ? this.get('clusterbuilders.kpack.io', '', name)
          : this.get('builders.kpack.io', namespace, name),
      builds: (namespace, image) => this.builds(namespace, image),
      podOfBuild: (namespace, build) =>
        this.pods().get(keyOf(namespace, build)),
      deliverables: (namespace, name) => {
        const deliverable = this.get('deliverables.carto.run', namespace, name);
        return deliverable ? [{ cluster: 'run', deliverable }] : [];
      },
      podEvents: (namespace, pod): readonly EventObject[] =>
        this.all('events').filter(
          event =>
            event.kind === 'Pod' &&
            event.namespace === namespace &&
            event.name === pod,
        ),
      stamped: query => this.stamped(query),
      problem: () => undefined,
      sha256: text =>
        `sha256:${createHash('sha256').update(text).digest('hex')}`,
      ...overrides,
    };
  }

  /** As a cluster answers, by name, by labels, or what events are about. */
  private stamped(query: StampedQuery): StampedRead {
    const { resource, namespace, name, labelSelector, about } = query;
    const { group, plural } = resource;
    const held = this.raws.get(group ? `${plural}.${group}` : plural);
    const terms = labelSelector?.split(',').map(each => each.split('=')) ?? [];
    const objects = [...(held?.values() ?? [])].filter(
      ({ metadata, involvedObject }) =>
        metadata.namespace === namespace &&
        (name === undefined || metadata.name === name) &&
        terms.every(
          ([label = '', value]) => metadata.labels?.[label] === value,
        ) &&
        (about === undefined ||
          (involvedObject?.kind === about.kind &&
            involvedObject.name === about.name)),
    );
    return { objects };
  }

  private putRaw(kind: string, raw: unknown, deleted: boolean): void {
    const held = this.raws.get(kind) ?? new Map<string, Raw>();
    this.raws.set(kind, held);
    if (!isNamed(raw)) return;
    const { namespace = '', name } = raw.metadata;
    if (deleted) held.delete(keyOf(namespace, name));
    else held.set(keyOf(namespace, name), raw);
  }

  private pods(): ReadonlyMap<string, PodObject> {
    this.podsOfBuild ??= new Map(
      this.all('pods').map(pod => [
        keyOf(pod.meta.namespace, pod.meta.labels['kpack.io/build'] ?? ''),
        pod,
      ]),
    );
    return this.podsOfBuild;
  }

  private builds(namespace: string, image: string): readonly BuildObject[] {
    if (!this.buildsOfImage) {
      this.buildsOfImage = new Map();
      for (const build of this.all('builds.kpack.io')) {
        const key = keyOf(build.meta.namespace, build.image ?? '');
        const list = this.buildsOfImage.get(key) ?? [];
        this.buildsOfImage.set(key, [...list, build]);
      }
    }
    return this.buildsOfImage.get(keyOf(namespace, image)) ?? [];
  }
}

/** What an API server would have taken: tests put anything in. */
function isNamed(raw: unknown): raw is Raw {
  const metadata: unknown =
    typeof raw === 'object' && raw !== null
      ? Reflect.get(raw, 'metadata')
      : undefined;
  if (typeof metadata !== 'object' || metadata === null) return false;
  const namespace: unknown = Reflect.get(metadata, 'namespace');
  return (
    typeof Reflect.get(metadata, 'name') === 'string' &&
    (namespace === undefined || typeof namespace === 'string')
  );
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(READERS, kind);
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** Events have no metadata of their own here: what they are about, and when, tells them apart. */
function keyOfRead(read: unknown): string {
  if (typeof read !== 'object' || read === null) return '';
  if ('meta' in read) {
    const { namespace, name } = read.meta as ObjectMeta;
    return keyOf(namespace, name);
  }
  return JSON.stringify(read);
}
