import type { Clock } from '../../clock/Clock';
import { resourceName } from '../../clusters/resourceName';
import type { CopyChange } from '../../watch/CopyChange';
import type { StampedQuery } from '../../model/StampedQuery';
import type { KindCopy } from '../../watch/KindCopy';
import type { LiveCopy } from '../../watch/LiveCopy';
import { objectKey } from '../../watch/objectKey';
import { LiveRows } from '../rows/LiveRows';
import type { StampedObjects } from '../stamped/StampedObjects';
import { stampedKey } from '../stamped/stampedKey';
import type { ViewChanges } from '../ViewChanges';
import type { ViewTopic } from '../ViewTopic';
import { watchedKinds } from '../watchedKinds';
import { dependency, type Dependency } from './dependency';
import { isManyTopic } from './isManyTopic';
import { touchedBy } from './touchedBy';
import { touches } from './touches';
import { ViewCache } from './ViewCache';
import type { ViewCounts } from './ViewCounts';
import { viewKey } from './viewKey';

const WORKLOADS = resourceName(watchedKinds.workload.resource);

interface Listeners {
  readonly topic: ViewTopic;
  readonly told: Set<() => void>;
}

export interface LiveViewsOptions {
  readonly copy: LiveCopy;
  readonly stamped: Pick<StampedObjects, 'onChange'>;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Resolves after everybody else had a turn. */
  readonly pause: () => Promise<void>;
  readonly reportUnexpected: (error: unknown) => void;
}

/**
 * What has been derived of everybody's clusters, kept in step with the live copy: a change drops what was derived from it,
 * and tells those who have it open. Nothing is derived here; that is left to the next reader.
 */
export class LiveViews implements ViewChanges {
  readonly counts: ViewCounts = { hits: 0, derived: 0 };
  readonly cache = new ViewCache();
  readonly rows: LiveRows;
  readonly #copy: LiveCopy;
  readonly #forget: readonly (() => void)[];
  /** Of each cluster its workloads: another object is another cluster. */
  readonly #clusters = new Map<string, KindCopy<unknown>>();
  readonly #listeners = new Map<string, Listeners>();
  #perUser: readonly string[] = [];

  constructor(options: LiveViewsOptions) {
    const { copy, random } = options;
    this.#copy = copy;
    this.rows = new LiveRows({
      ...options,
      counts: this.counts,
      id: random().toString(36).slice(2),
      // The change that they lacked was told when it came: who was answered without it would never hear.
      onLate: () => this.#tell([], isList, () => false),
    });
    this.#forget = [
      copy.onChange(change => this.#change(change)),
      options.stamped.onChange(query => this.#stampedChange(query)),
    ];
    this.#adopt();
  }

  /** Clusters that are read with each person's own token. */
  get perUser(): readonly string[] {
    return this.#perUser;
  }

  onChange(topic: ViewTopic, changed: () => void): () => void {
    const key = viewKey(topic);
    const listeners = this.#listeners.get(key) ?? { topic, told: new Set() };
    this.#listeners.set(key, listeners);
    // A wrapper, so that one function may listen twice.
    const own = () => changed();
    listeners.told.add(own);
    return () => {
      listeners.told.delete(own);
      if (listeners.told.size === 0 && this.#listeners.get(key) === listeners)
        this.#listeners.delete(key);
    };
  }

  stop(): void {
    this.#forget.forEach(forget => forget());
    this.#listeners.clear();
  }

  #change(change: CopyChange): void {
    if (
      change.what === 'objects' &&
      change.resource === WORKLOADS &&
      this.#clusters.has(change.cluster)
    ) {
      this.rows.claim(change.cluster, change.keys);
    }
    const touched =
      change.what === 'clusters' ? this.#adopt() : [...touchedBy(change)];
    this.rows.touch(touched);
    this.#tell(touched, isList, topic => touches(change, topic));
  }

  #stampedChange(query: StampedQuery): void {
    this.#tell(
      [dependency.stamped(stampedKey(query))],
      () => false,
      topic =>
        !isManyTopic(topic) &&
        (query.namespace === undefined ||
          query.namespace === topic.ref.namespace),
    );
  }

  #tell(
    touched: readonly Dependency[],
    always: (topic: ViewTopic) => boolean,
    perhaps: (topic: ViewTopic) => boolean,
  ): void {
    const dropped = this.cache.drop(touched);
    for (const [key, { topic, told }] of this.#listeners) {
      // Of a view that is not kept it is not known what it depends on.
      const concerned =
        always(topic) ||
        dropped.has(key) ||
        (!this.cache.has(key) && perhaps(topic));
      if (concerned) for (const tell of [...told]) tell();
    }
  }

  /** Takes the clusters as they are now; what depends on those that are gone. */
  #adopt(): readonly Dependency[] {
    const clusters = this.#copy.clusters();
    const now = new Map(
      clusters.map(({ name }) => [
        name,
        this.#copy.kind(name, watchedKinds.workload),
      ]),
    );
    const touched: Dependency[] = [];
    for (const [name, workloads] of this.#clusters) {
      if (now.get(name) === workloads) continue;
      this.#clusters.delete(name);
      this.rows.drop(name);
      touched.push(dependency.cluster(name));
    }
    this.#perUser = clusters.flatMap(({ name, access }) =>
      access === 'per-user' ? name : [],
    );
    this.rows.follow(clusters.map(({ name }) => name));
    for (const [name, workloads] of now) {
      if (this.#clusters.has(name)) continue;
      this.#clusters.set(name, workloads);
      const keys = [...workloads.all()].map(({ meta }) =>
        objectKey(meta.namespace, meta.name),
      );
      this.rows.claim(name, keys);
    }
    return touched;
  }
}

function isList({ type }: ViewTopic): boolean {
  return type === 'workloads';
}
