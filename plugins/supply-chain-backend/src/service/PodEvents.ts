import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { EventObject } from '../model/objects/EventObject';
import type { PodObject } from '../model/objects/PodObject';
import { readEvent } from '../model/objects/readEvent';
import type { PersonalSource } from '../personal/PersonalCopy';
import { failureHealth } from '../watch/failureHealth';

/** How long an answer is good. The kubelet repeats a failing mount about every two minutes. */
const FRESH_MS = 10_000;

/** Longest wait of a page for events: they are an extra, and what comes later is there at the next reading. */
const WAIT_MS = 1_000;

/** How long an answer stays for the case that the cluster does not answer the next time. */
const KEPT_MS = 10 * 60_000;

const EVENTS = { group: '', version: 'v1', plural: 'events' };

export type PodEventsRead = {
  readonly events: readonly EventObject[];
  /** Why there are none, or only old ones. */
  readonly problem?: Problem;
};

interface Entry {
  readonly askedAt: number;
  readonly answer: Promise<void>;
  read: PodEventsRead;
}

/**
 * Events about single pods, read when somebody looks: watching all events of a cluster would cost more than everything
 * else that is watched. One question for everybody at a time, none while the last answer is fresh.
 */
export class PodEvents {
  readonly #api: Pick<KubernetesApi, 'list'>;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  readonly #stopping = new AbortController();

  constructor(options: { api: Pick<KubernetesApi, 'list'>; clock: Clock }) {
    this.#api = options.api;
    this.#clock = options.clock;
  }

  /**
   * Never fails for what the cluster says; rejects only when the signal aborts. With a source, the cluster is asked as its
   * owner, and nobody else is told.
   */
  async read(
    cluster: string,
    pod: PodObject,
    signal: AbortSignal,
    source?: PersonalSource,
  ): Promise<PodEventsRead> {
    signal.throwIfAborted();
    const entry = this.#entry(cluster, pod, source);
    const waiting = new AbortController();
    const stop = () => waiting.abort();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await Promise.race([
        entry.answer,
        this.#clock.sleep(WAIT_MS, waiting.signal).catch(() => {}),
      ]);
    } finally {
      stop();
      signal.removeEventListener('abort', stop);
    }
    signal.throwIfAborted();
    return entry.read;
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The backend stops'));
    await Promise.all([...this.#entries.values()].map(each => each.answer));
    this.#entries.clear();
  }

  #entry(
    cluster: string,
    pod: PodObject,
    {
      owner,
      api,
    }: Pick<PersonalSource, 'owner'> & { api: Pick<KubernetesApi, 'list'> } = {
      owner: '',
      api: this.#api,
    },
  ): Entry {
    const { namespace, name, uid = '' } = pod.meta;
    const key = [owner, cluster, namespace, name, uid].join('/');
    const before = this.#entries.get(key);
    const now = this.#clock.now();
    if (before && now - before.askedAt < FRESH_MS) return before;
    // Builds start within seconds: without this, every pod of the past would stay.
    for (const [each, { askedAt }] of this.#entries)
      if (now - askedAt >= KEPT_MS) this.#entries.delete(each);
    const events = before?.read.events ?? [];
    const asked = this.#ask(api, cluster, pod, events);
    const entry: Entry = {
      askedAt: now,
      read: { events },
      answer: asked.then(read => {
        entry.read = read;
      }),
    };
    this.#entries.set(key, entry);
    return entry;
  }

  async #ask(
    api: Pick<KubernetesApi, 'list'>,
    cluster: string,
    { meta }: PodObject,
    known: readonly EventObject[],
  ): Promise<PodEventsRead> {
    const { namespace, name, uid } = meta;
    try {
      const events: EventObject[] = [];
      for await (const { items } of api.list(
        {
          cluster,
          resource: EVENTS,
          namespace,
          fieldSelector: `involvedObject.kind=Pod,involvedObject.name=${name}`,
        },
        this.#stopping.signal,
      ))
        events.push(...items.flatMap(readable));
      return {
        events: events.filter(
          event =>
            event.uid === undefined || uid === undefined || event.uid === uid,
        ),
      };
    } catch (error) {
      if (this.#stopping.signal.aborted) return { events: [] };
      const now = this.#clock.now();
      const where = { cluster, resource: 'events', everSeen: false, now };
      const { problem, drop } = failureHealth(error, where);
      return { events: drop ? [] : known, problem };
    }
  }
}

/** An event that names nothing tells nothing. */
function readable(raw: unknown): EventObject | readonly [] {
  try {
    return readEvent(raw);
  } catch {
    return [];
  }
}
