import { createHash } from 'node:crypto';
import type { BuildObject } from '../objects/BuildObject';
import type { EventObject } from '../objects/EventObject';
import type { ObjectMeta } from '../objects/ObjectMeta';
import type { PodObject } from '../objects/PodObject';
import { readBuild } from '../objects/readBuild';
import { readDeliverable } from '../objects/readDeliverable';
import { readEvent } from '../objects/readEvent';
import { readImage } from '../objects/readImage';
import { readPod } from '../objects/readPod';
import { readSupplyChain } from '../objects/readSupplyChain';
import { readWorkload } from '../objects/readWorkload';
import type { Surroundings } from '../Surroundings';

/** Readers of the kinds that the model reads, by `plural.group`. */
const READERS = {
  'workloads.carto.run': readWorkload,
  'deliverables.carto.run': readDeliverable,
  'clustersupplychains.carto.run': readSupplyChain,
  'images.kpack.io': readImage,
  'builds.kpack.io': readBuild,
  pods: readPod,
  events: readEvent,
} as const;

type Kind = keyof typeof READERS;
type ObjectOf<K extends Kind> = ReturnType<(typeof READERS)[K]>;
type Raw = { metadata: { namespace?: string | undefined; name: string } };

export type RecordedKindOf = { plural: string; group: string };

/** What a cluster held at one moment of a recording, behind the interface that the model asks. */
export class RecordedCluster {
  private readonly objects = new Map<Kind, Map<string, unknown>>();
  private buildsOfImage: Map<string, BuildObject[]> | undefined;
  private podsOfBuild: Map<string, PodObject> | undefined;

  constructor(private readonly now: number) {}

  /** Takes an object in, or out; kinds that the model does not read are left. */
  put(of: RecordedKindOf, raw: unknown, deleted = false): boolean {
    const kind = of.group ? `${of.plural}.${of.group}` : of.plural;
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
      problem: () => undefined,
      sha256: text =>
        `sha256:${createHash('sha256').update(text).digest('hex')}`,
      ...overrides,
    };
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
