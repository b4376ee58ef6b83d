import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Backoff } from '../clock/Backoff';
import type { Clock } from '../clock/Clock';
import { Deadline } from '../clock/Deadline';
import { Nap } from '../clock/Nap';
import type { AskedFor } from '../clusters/errors/AskedFor';
import { BrokenAnswer } from '../clusters/errors/BrokenAnswer';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { isKubernetesError } from '../clusters/errors/KubernetesError';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { ListRequest } from '../clusters/ListRequest';
import { resourceName } from '../clusters/resourceName';
import type { WatchEvent } from '../clusters/WatchEvent';
import type { ClusterContact } from './ClusterContact';
import { failureHealth } from './failureHealth';
import type { FailureHealth } from './failureHealth';
import type { KindHealthRecord } from './KindHealthRecord';
import type { Store } from './Store';
import type { StoreChange } from './StoreChange';
import type { WatchedKind } from './WatchedKind';

/** Milliseconds until a watch that was not refused counts as accepted: proxies show its head only with the first event. */
const ACCEPTED_MS = 2_000;
/** Milliseconds of a watch after which what went wrong before it is forgotten. */
const STABLE_MS = 60_000;
/** Milliseconds below which a watch that just ends is no ordinary end. */
const SHORT_MS = 5_000;
/**
 * Milliseconds between two lines of a watch that has had bookmarks, after which its connection is taken for broken.
 * The API server sends one every 60 s and up to a quarter more by chance (apiserver, cacher: bookmarkFrequency).
 */
const QUIET_MS = 90_000;
/** Milliseconds, the same again by chance: a right granted shows within this, asking costs a denied kind 5 requests a minute. */
const DENIED_AGAIN_MS = 8_000;
/** Milliseconds, the same again by chance: CRDs are installed rarely. */
const ABSENT_AGAIN_MS = 30_000;
/** Milliseconds at most that a cluster's Retry-After is followed. */
const LONGEST_WAIT_MS = 120_000;

/** Keeps one store like one kind of one cluster: lists, watches, goes on where it was, lists again where it cannot. */
export class Reflector<T> {
  readonly #api: KubernetesApi;
  readonly #cluster: string;
  readonly #kind: WatchedKind<T>;
  readonly #store: Store<T>;
  readonly #health: KindHealthRecord;
  readonly #contact: ClusterContact;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #onObjects: (change: StoreChange) => void;
  readonly #backoff: Backoff;
  readonly #nap: Nap;
  /** Where the watch goes on; undefined: list first. */
  #version: string | undefined;
  #hasBookmarks = false;
  /** The last watch was refused while lists are allowed: a list alone does not make the copy fresh. */
  #watchRefused = false;

  constructor(options: {
    readonly api: KubernetesApi;
    readonly cluster: string;
    readonly kind: WatchedKind<T>;
    readonly store: Store<T>;
    readonly health: KindHealthRecord;
    readonly contact: ClusterContact;
    readonly clock: Clock;
    readonly random: () => number;
    readonly onObjects: (change: StoreChange) => void;
  }) {
    this.#api = options.api;
    this.#cluster = options.cluster;
    this.#kind = options.kind;
    this.#store = options.store;
    this.#health = options.health;
    this.#contact = options.contact;
    this.#clock = options.clock;
    this.#random = options.random;
    this.#onObjects = options.onObjects;
    this.#backoff = new Backoff(options.random);
    this.#nap = new Nap(options.clock);
  }

  /** Until the signal aborts; whatever goes wrong becomes health and another try. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const attempt = new Deadline(this.#clock, signal);
      // Said at once, also while this kind waits for something else: the cluster is asked once for all of them.
      const forget = this.#contact.onLost(error => {
        this.#say(error);
        attempt.fail(error);
        this.#nap.wake();
      });
      try {
        await this.#nap.sleep(await this.#attempt(attempt, signal), signal);
        await this.#contact.good(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        forget();
        attempt.end();
      }
    }
  }

  /** A list if it needs one, then a watch to its end; returns the milliseconds to wait before the next. */
  async #attempt(attempt: Deadline, signal: AbortSignal): Promise<number> {
    let verb: 'list' | 'watch' = 'list';
    try {
      this.#version ??= await this.#list(attempt.signal);
      verb = 'watch';
      return await this.#watch(this.#version, attempt);
    } catch (error) {
      signal.throwIfAborted();
      if (attempt.passed) {
        return this.#failed(verb, new ConnectionLost(this.#asked(verb)));
      }
      // The whole cluster was lost and that is said: what follows is waiting for it, not for us.
      return attempt.signal.aborted ? 0 : this.#failed(verb, error);
    }
  }

  async #list(signal: AbortSignal): Promise<string> {
    const listing = this.#store.relist();
    let version: string | undefined;
    for await (const page of this.#api.list(this.#request(), signal)) {
      this.#contact.heard();
      listing.add(page.items);
      version = page.resourceVersion ?? version;
    }
    if (version === undefined) throw new BrokenAnswer(this.#asked('list'));
    const changed = listing.commit();
    this.#confirmed();
    this.#announce(changed);
    return version;
  }

  async #watch(from: string, attempt: Deadline): Promise<number> {
    const openedAt = this.#clock.now();
    const lasted = () => this.#clock.now() - openedAt;
    let lines = 0;
    const ended = new AbortController();
    this.#clock.sleep(ACCEPTED_MS, ended.signal).then(
      () => this.#accepted(),
      () => undefined,
    );
    try {
      this.#listen(attempt);
      const events = this.#api.watch(
        { ...this.#request(), resourceVersion: from },
        attempt.signal,
      );
      for await (const event of events) {
        lines += 1;
        this.#contact.heard();
        this.#accepted();
        this.#take(event);
        this.#listen(attempt);
      }
    } finally {
      ended.abort();
      if (lasted() >= STABLE_MS) {
        this.#backoff.reset();
        // Minutes without even a bookmark: the version may be one that this server will only reach some day
        // (its etcd was restored), from where it would stay silent for ever.
        if (lines === 0) this.#version = undefined;
      }
    }
    return lasted() < SHORT_MS ? this.#backoff.next() : 0;
  }

  #listen(attempt: Deadline): void {
    if (this.#hasBookmarks) attempt.renew(QUIET_MS);
  }

  #take(event: WatchEvent): void {
    switch (event.type) {
      case 'BOOKMARK':
        this.#hasBookmarks = true;
        break;
      case 'DELETED':
        this.#announce(this.#store.remove(event.object));
        break;
      default:
        this.#announce(this.#store.put(event.object));
    }
    if (event.resourceVersion !== undefined) {
      this.#version = event.resourceVersion;
    }
  }

  #failed(verb: 'list' | 'watch', error: unknown): number {
    const because = isKubernetesError(error) ? error.because : undefined;
    if (because === 'connection-lost' || because === 'unreachable') {
      this.#contact.doubt();
    }
    if (verb === 'watch') {
      // Ends of a watch that say nothing about the cluster or our rights: go on, and let that tell.
      if (because === 'connection-lost') return this.#backoff.next();
      if (because === 'gone') {
        this.#version = undefined;
        return this.#backoff.next();
      }
      if (because !== 'unreachable' && because !== 'too-many-requests') {
        this.#version = undefined;
      }
      if (because === 'denied') this.#watchRefused = true;
    }
    const verdict = this.#say(error);
    if (verdict.drop) {
      this.#health.forget();
      this.#announce(this.#store.clear());
    }
    switch (verdict.again) {
      case 'denied':
        return DENIED_AGAIN_MS * (1 + this.#random());
      case 'absent':
        return ABSENT_AGAIN_MS * (1 + this.#random());
      case 'soon':
        return Math.max(
          this.#backoff.next(),
          Math.min(verdict.notBeforeMs ?? 0, LONGEST_WAIT_MS),
        );
      default:
        return assertNever(verdict.again);
    }
  }

  #say(error: unknown): FailureHealth {
    const verdict = failureHealth(error, {
      cluster: this.#cluster,
      resource: resourceName(this.#kind.resource),
      everSeen: this.#health.everSeen,
      now: this.#clock.now(),
    });
    this.#health.become(verdict.state, verdict.problem, verdict.since);
    return verdict;
  }

  #accepted(): void {
    this.#watchRefused = false;
    this.#confirmed();
  }

  #confirmed(): void {
    this.#health.seen();
    if (!this.#watchRefused) this.#health.become('fresh');
  }

  #announce(change: StoreChange): void {
    if (change.keys.length > 0) this.#onObjects(change);
  }

  #asked(verb: 'list' | 'watch'): AskedFor {
    return {
      cluster: this.#cluster,
      verb,
      resource: resourceName(this.#kind.resource),
    };
  }

  #request(): ListRequest {
    return {
      cluster: this.#cluster,
      resource: this.#kind.resource,
      labelSelector: this.#kind.labelSelector,
    };
  }
}
