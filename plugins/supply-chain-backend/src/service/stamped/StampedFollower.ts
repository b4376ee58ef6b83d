import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Backoff } from '../../clock/Backoff';
import type { Clock } from '../../clock/Clock';
import { askedFor } from '../../clusters/askedFor';
import { BrokenAnswer } from '../../clusters/errors/BrokenAnswer';
import { InvalidRequest } from '../../clusters/errors/InvalidRequest';
import { isKubernetesError } from '../../clusters/errors/KubernetesError';
import type { KubernetesApi } from '../../clusters/KubernetesApi';
import type { ListRequest } from '../../clusters/ListRequest';
import { pathSegment } from '../../clusters/pathSegment';
import { resourceName } from '../../clusters/resourceName';
import type { StampedQuery } from '../../model/StampedQuery';
import type { StampedRead } from '../../model/StampedRead';
import { failureHealth } from '../../watch/failureHealth';
import { HeldObjects, MOST_OBJECTS } from './HeldObjects';

/**
 * Seconds that a watch lasts, drawn anew for each. Short, because one that was left early lives on behind the kubernetes
 * plugin's proxy until its end (http-proxy 1.18.1), and people look at a stage for a minute.
 */
const WATCH_SECONDS = { from: 60, to: 80 };
/** Milliseconds below which a watch that just ends is no ordinary end. */
const SHORT_MS = 5_000;
/** Milliseconds between two lists where nothing can be watched. */
const LIST_AGAIN_MS = 5_000;
/** Milliseconds, the same again by chance, until what only a person can change is asked for again. */
const REFUSED_AGAIN_MS = { denied: 8_000, absent: 30_000 } as const;
/** Milliseconds at most that a cluster's Retry-After is followed. */
const LONGEST_WAIT_MS = 120_000;

const KIND = /^[A-Za-z][A-Za-z0-9]{0,62}$/;

interface StampedFollowerOptions {
  readonly query: StampedQuery;
  /** Without `watch`, it is listed again and again. */
  readonly api: Pick<KubernetesApi, 'list'> &
    Partial<Pick<KubernetesApi, 'watch'>>;
  /** The cluster is asked as the person who reads. */
  readonly asPerson: boolean;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** What is known is another than before. */
  readonly changed: () => void;
}

/** Keeps what one query finds as the cluster has it: lists, watches, goes on where it was, says what keeps it from that. */
export class StampedFollower {
  readonly #options: StampedFollowerOptions;
  readonly #objects = new HeldObjects();
  readonly #backoff: Backoff;
  #read: StampedRead;
  #everSeen = false;
  #watches: boolean;
  /** Where the watch goes on; undefined: list first. */
  #version: string | undefined;

  constructor(options: StampedFollowerOptions) {
    const { api, query, random } = options;
    this.#options = options;
    this.#backoff = new Backoff(random);
    this.#watches = api.watch !== undefined;
    this.#read = {
      objects: [],
      problem: {
        because: 'loading',
        cluster: query.cluster,
        resource: resourceName(query.resource),
      },
    };
  }

  /** What is known now; the same object as long as nothing changes. */
  get read(): StampedRead {
    return this.#read;
  }

  /** Until the signal aborts; whatever goes wrong is said, and tried again. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    while (!signal.aborted) {
      const pause = await this.#attempt(signal);
      if (pause > 0) await clock.sleep(pause, signal).catch(() => {});
    }
  }

  /** Returns how many milliseconds to wait before the next. */
  async #attempt(signal: AbortSignal): Promise<number> {
    const { clock } = this.#options;
    try {
      const version = this.#version ?? (await this.#list(signal));
      this.#version = version;
      if (!this.#watches) {
        this.#version = undefined;
        return LIST_AGAIN_MS;
      }
      const openedAt = clock.now();
      await this.#watch(version, signal);
      if (clock.now() - openedAt < SHORT_MS) return this.#backoff.next();
      this.#backoff.reset();
      return 0;
    } catch (error) {
      if (signal.aborted) return 0;
      return this.#failed(error);
    }
  }

  async #list(signal: AbortSignal): Promise<string> {
    const { api, query } = this.#options;
    const objects: unknown[] = [];
    let cut = false;
    let version: string | undefined;
    for await (const page of api.list(this.#request(), signal)) {
      version = page.resourceVersion ?? version;
      cut ||= objects.length + page.items.length > MOST_OBJECTS;
      objects.push(...page.items.slice(0, MOST_OBJECTS - objects.length));
    }
    if (version === undefined)
      throw new BrokenAnswer(askedFor('list', query.resource, query));
    this.#everSeen = true;
    this.#say(this.#objects.replace(objects, cut), undefined);
    return version;
  }

  async #watch(from: string, signal: AbortSignal): Promise<void> {
    const { api, random } = this.#options;
    const { from: least, to } = WATCH_SECONDS;
    const seconds = Math.floor(least + random() * (to - least));
    const request = { ...this.#request(), resourceVersion: from, seconds };
    for await (const event of api.watch?.(request, signal) ?? []) {
      if (event.type === 'DELETED')
        this.#say(this.#objects.remove(event.object), undefined);
      else if (event.type !== 'BOOKMARK')
        this.#say(this.#objects.put(event.object), undefined);
      this.#version = event.resourceVersion ?? this.#version;
    }
  }

  #failed(error: unknown): number {
    const { asPerson, clock, query, random } = this.#options;
    const because = isKubernetesError(error) ? error.because : undefined;
    if (this.#version !== undefined) {
      // Ends of a watch that say nothing about what is held: go on, or list again, and let that tell.
      if (because === 'connection-lost') return this.#backoff.next();
      this.#version = undefined;
      if (because === 'denied') this.#watches = false;
      if (because === 'gone' || because === 'denied')
        return this.#backoff.next();
    }
    const { problem, drop, again, notBeforeMs } = failureHealth(error, {
      cluster: query.cluster,
      resource: resourceName(query.resource),
      everSeen: this.#everSeen,
      now: clock.now(),
    });
    const dropped = drop && this.#objects.replace([], false);
    this.#say(
      dropped,
      problem.because === 'denied' && asPerson
        ? { ...problem, as: 'person' }
        : problem,
    );
    return again === 'soon'
      ? Math.max(
          this.#backoff.next(),
          Math.min(notBeforeMs ?? 0, LONGEST_WAIT_MS),
        )
      : REFUSED_AGAIN_MS[again] * (1 + random());
  }

  #say(objectsChanged: boolean, problem: Problem | undefined): void {
    const before = this.#read.problem;
    const isSaid =
      before === undefined || problem === undefined
        ? before === problem
        : isSameTrouble(before, problem);
    if (!objectsChanged && isSaid) return;
    const told = isSaid ? before : problem;
    this.#read = {
      objects: this.#objects.all,
      ...(told ? { problem: told } : {}),
      ...(this.#objects.cut ? { cut: true as const } : {}),
    };
    this.#options.changed();
  }

  #request(): ListRequest {
    const { cluster, resource, namespace, labelSelector } = this.#options.query;
    const fieldSelector = fieldSelectorOf(this.#options.query);
    return { cluster, resource, namespace, labelSelector, fieldSelector };
  }
}

/** Made of what can be a name or a kind only: a selector may have several terms. */
function fieldSelectorOf({ name, about }: StampedQuery): string | undefined {
  const subdomain = (text: string) => pathSegment('name', 'subdomain', text);
  if (name !== undefined) return `metadata.name=${subdomain(name)}`;
  if (about === undefined) return undefined;
  if (!KIND.test(about.kind)) throw new InvalidRequest('kind');
  const of = `involvedObject.kind=${about.kind}`;
  return `${of},involvedObject.name=${subdomain(about.name)}`;
}

/** Told once, with the time at which it began. */
function isSameTrouble(a: Problem, b: Problem): boolean {
  const words = (problem: Problem) =>
    JSON.stringify({ ...problem, since: undefined });
  return words(a) === words(b);
}
