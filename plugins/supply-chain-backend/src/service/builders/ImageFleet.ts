import type { Clock } from '../../clock/Clock';
import type { ImageFacts, MadeFacts } from '../../model/builders/ImageFacts';
import type { CopyChange } from '../../watch/CopyChange';
import { resourceName } from '../../clusters/resourceName';
import type { KindCopy } from '../../watch/KindCopy';
import type { LiveCopy } from '../../watch/LiveCopy';
import { objectKey } from '../../watch/objectKey';
import { Ids } from '../../watch/packed/Ids';
import { compareText } from '../compareText';
import { SLICE_MS } from '../rows/SLICE_MS';
import { DependencyIndex } from '../views/DependencyIndex';
import { touchedBy } from '../views/touchedBy';
import { watchedKinds } from '../watchedKinds';
import { deriveFacts } from './deriveFacts';
import type { FleetImage } from './FleetImage';
import { Shared } from './Shared';

/** Nobody has looked for so long that what was derived is given back: 10,000 images take some 10 MB. */
export const IDLE_MS = 5 * 60_000;

const IMAGES = resourceName(watchedKinds.image.resource);

interface Entry {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  image?: FleetImage | undefined;
  goodUntil: number;
}

export interface ImageFleetOptions {
  readonly copy: LiveCopy;
  readonly clock: Clock;
  /** Resolves after everybody else had a turn. */
  readonly pause: () => Promise<void>;
  readonly reportUnexpected: (error: unknown) => void;
}

/**
 * What is known of every kpack Image of everybody's clusters, kept in step with the live copy: a change costs the images that
 * it concerns, whatever the size of the fleet. Nothing is derived before somebody looks.
 */
export class ImageFleet {
  readonly #options: ImageFleetOptions;
  readonly #forget: () => void;
  readonly #ids = new Ids();
  #entries = new Map<number, Entry>();
  /** By cluster and key. */
  #places = new Map<string, Map<string, number>>();
  /** Of each cluster its images: another object is another cluster. */
  #clusters = new Map<string, KindCopy<unknown>>();
  /** Entries in order, until one comes or goes: thousands are not sorted again because one has changed. */
  #order: readonly Entry[] | undefined;
  readonly #buildpacks = new Shared<MadeFacts['buildpacks']>();
  #dependencies = new DependencyIndex();
  #touched = new Set<number>();
  #awakeUntil = 0;
  #version = 0;
  #deriving: Promise<void> | undefined;

  constructor(options: ImageFleetOptions) {
    this.#options = options;
    this.#forget = options.copy.onChange(change => this.#change(change));
  }

  /** Grows with every change of a fact. */
  get version(): number {
    return this.#version;
  }

  /** Of which cluster's images not all are known yet. */
  isIncomplete(cluster: string): boolean {
    for (const id of this.#touched) {
      const entry = this.#entries.get(id);
      if (entry?.cluster === cluster && !entry.image) return true;
    }
    return false;
  }

  stop(): void {
    this.#forget();
    this.#drop();
  }

  /** Images that are known, by cluster, namespace and name. */
  *images(): Iterable<FleetImage> {
    this.#order ??= [...this.#entries.values()].sort(byPlace);
    for (const { image } of this.#order) if (image) yield image;
  }

  /** Resolves when all is as the copy is, or after `maxMs` with some as it was. */
  async settle(signal: AbortSignal, maxMs: number): Promise<void> {
    signal.throwIfAborted();
    const { clock } = this.#options;
    const now = clock.now();
    const wasAwake = this.#awakeUntil > now;
    this.#awakeUntil = now + IDLE_MS;
    if (!wasAwake) this.#wake();
    for (const [id, { goodUntil }] of this.#entries) {
      if (goodUntil <= now) this.#touched.add(id);
    }
    if (this.#touched.size === 0) return;
    this.#deriving ??= this.#derive().finally(() => {
      this.#deriving = undefined;
    });
    const waiting = new AbortController();
    const stop = () => waiting.abort();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await Promise.race([
        this.#deriving,
        clock.sleep(maxMs, waiting.signal).catch(() => {}),
      ]);
    } finally {
      stop();
      signal.removeEventListener('abort', stop);
    }
    signal.throwIfAborted();
  }

  #change(change: CopyChange): void {
    if (this.#awakeUntil === 0) return;
    if (this.#awakeUntil <= this.#options.clock.now()) {
      this.#drop();
      return;
    }
    if (change.what === 'clusters') {
      this.#adopt();
      return;
    }
    if (!this.#clusters.has(change.cluster)) return;
    if (change.what === 'objects' && change.resource === IMAGES) {
      for (const key of change.keys) this.#claim(change.cluster, key);
    }
    for (const on of touchedBy(change)) {
      for (const id of this.#dependencies.views(on)) this.#touched.add(id);
    }
  }

  #wake(): void {
    this.#drop();
    this.#awakeUntil = this.#options.clock.now() + IDLE_MS;
    this.#adopt();
  }

  #drop(): void {
    for (const id of this.#entries.keys()) this.#ids.giveBack(id);
    this.#entries = new Map();
    this.#order = undefined;
    this.#buildpacks.clear();
    this.#places = new Map();
    this.#clusters = new Map();
    this.#dependencies = new DependencyIndex();
    this.#touched = new Set();
    this.#awakeUntil = 0;
    this.#version += 1;
  }

  /** Takes the clusters as they are now. Those that are read with each person's own token are nobody else's. */
  #adopt(): void {
    const { copy } = this.#options;
    const now = new Map(
      copy
        .clusters()
        .filter(({ access }) => access === 'shared')
        .map(({ name }) => [name, copy.kind(name, watchedKinds.image)]),
    );
    for (const [name, images] of this.#clusters) {
      if (now.get(name) === images) continue;
      this.#clusters.delete(name);
      for (const id of this.#places.get(name)?.values() ?? []) this.#remove(id);
    }
    for (const [name, images] of now) {
      if (this.#clusters.has(name)) continue;
      this.#clusters.set(name, images);
      for (const { meta } of images.all()) {
        this.#claim(name, objectKey(meta.namespace, meta.name));
      }
    }
  }

  #claim(cluster: string, key: string): void {
    const places = this.#places.get(cluster) ?? new Map<string, number>();
    this.#places.set(cluster, places);
    let id = places.get(key);
    if (id === undefined) {
      id = this.#ids.take();
      const slash = key.indexOf('/');
      this.#entries.set(id, {
        cluster,
        namespace: key.slice(0, Math.max(0, slash)),
        name: key.slice(slash + 1),
        goodUntil: Infinity,
      });
      places.set(key, id);
      this.#order = undefined;
    }
    this.#touched.add(id);
  }

  async #derive(): Promise<void> {
    const { clock, pause } = this.#options;
    let until = clock.now() + SLICE_MS;
    for (;;) {
      const [id] = this.#touched;
      if (id === undefined) return;
      this.#deriveOne(id);
      if (clock.now() < until) continue;
      await pause();
      until = clock.now() + SLICE_MS;
    }
  }

  #deriveOne(id: number): void {
    this.#touched.delete(id);
    const entry = this.#entries.get(id);
    if (!entry) return;
    const { copy, clock, reportUnexpected } = this.#options;
    try {
      const derived = deriveFacts({ copy, now: clock.now(), ...entry });
      if (!derived) {
        this.#remove(id);
        return;
      }
      entry.goodUntil = derived.goodUntil;
      this.#dependencies.set(id, derived.dependencies);
      if (isSame(entry.image?.facts, derived.image.facts)) return;
      entry.image = this.#sharing(derived.image);
      this.#version += 1;
    } catch (error) {
      // One image that nobody has thought of must not take the picture from everybody.
      reportUnexpected(error);
    }
  }

  /** Most images of a builder were made with the same buildpacks. */
  #sharing(image: FleetImage): FleetImage {
    const { newest, made } = image.facts;
    if (!made) return image;
    const shared = {
      ...made,
      buildpacks: this.#buildpacks.of(made.buildpacks),
    };
    const facts = {
      ...image.facts,
      made: shared,
      ...(newest === made && { newest: shared }),
    };
    return { ...image, facts };
  }

  #remove(id: number): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#order = undefined;
    this.#places
      .get(entry.cluster)
      ?.delete(objectKey(entry.namespace, entry.name));
    this.#dependencies.remove(id);
    this.#touched.delete(id);
    this.#ids.giveBack(id);
    this.#version += 1;
  }
}

function byPlace(a: Entry, b: Entry): number {
  return (
    compareText(a.cluster, b.cluster) ||
    compareText(a.namespace, b.namespace) ||
    compareText(a.name, b.name)
  );
}

/** What says the same stays the same object, and so does everything that was made of it. */
function isSame(a: ImageFacts | undefined, b: ImageFacts): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
