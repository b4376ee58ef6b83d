import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Backoff } from '../clock/Backoff';
import type { Clock } from '../clock/Clock';
import { Deadline } from '../clock/Deadline';
import { Nap } from '../clock/Nap';
import { askedFor } from '../clusters/askedFor';
import type { AskedFor } from '../clusters/errors/AskedFor';
import { BrokenAnswer } from '../clusters/errors/BrokenAnswer';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { isKubernetesError } from '../clusters/errors/KubernetesError';
import type { ListRequest } from '../clusters/ListRequest';
import { resourceName } from '../clusters/resourceName';
import type { WatchEvent } from '../clusters/WatchEvent';
import { afterStreaming } from './afterStreaming';
import type { ClusterContact } from './ClusterContact';
import { failureHealth } from './failureHealth';
import type { FailureHealth } from './failureHealth';
import type { KindHealthRecord } from './KindHealthRecord';
import type { ListPlace } from './ListPlace';
import type { SharedReflectorOptions } from './SharedReflectorOptions';
import type { StoreChange } from './StoreChange';
import { watchSeconds } from './watchSeconds';

/** Milliseconds until a watch that was not refused counts as accepted. */
const ACCEPTED_MS = 2_000;
/** Milliseconds of a watch after which what went wrong before it is forgotten. */
const STABLE_MS = 60_000;
/** Milliseconds below which a watch that just ends is no ordinary end. */
const SHORT_MS = 5_000;
/**
 * Milliseconds between two lines of a watch that has had bookmarks, after which its connection is taken for broken.
 * The API server sends one every 60 s, and looks once a second for whom one is due (apiserver, cacher).
 */
const QUIET_MS = 90_000;
/**
 * Milliseconds between two lines of a list that is streamed, after which the server is taken for one that does not know the
 * question and so never says that the list is complete.
 */
const STREAM_QUIET_MS = 10_000;
/** Milliseconds, the same again by chance: a right granted shows within this, asking costs a denied kind 5 requests a minute. */
const DENIED_AGAIN_MS = 8_000;
/** Milliseconds at most that a cluster's Retry-After is followed. */
const LONGEST_WAIT_MS = 120_000;

/** How long to wait before the next try: milliseconds, or until the cluster says that it has the kind. */
type Pause = number | 'until-served';

export interface ReflectorOptions<T> extends SharedReflectorOptions<T> {
  /** Absent: in all of them. */
  readonly namespace?: string | undefined;
  readonly health: KindHealthRecord;
  /** Milliseconds, the same again by chance, until what was denied is asked for again; `DENIED_AGAIN_MS` without. */
  readonly deniedAgainMs?: (() => number | undefined) | undefined;
}

/** Keeps one store like one kind of one cluster: lists, watches, goes on where it was, lists again where it cannot. */
export class Reflector<T> {
  readonly #options: ReflectorOptions<T>;
  readonly #health: KindHealthRecord;
  readonly #contact: ClusterContact;
  readonly #clock: Clock;
  readonly #backoff: Backoff;
  readonly #nap: Nap;
  /** Where the watch goes on; undefined: list first. */
  #version: string | undefined;
  /** The next list is asked for in pages, because streaming it has just failed; `blame` if that is the server's inability. */
  #pages: 'no' | 'yes' | 'blame' = 'no';
  #opened = 0;
  /** Whether the last watch had bookmarks; hoped for before the first has told. */
  #bookmarks: boolean | undefined;
  /** The last watch was refused while lists are allowed: a list alone does not make the copy fresh. */
  #watchRefused = false;

  constructor(options: ReflectorOptions<T>) {
    this.#options = options;
    this.#health = options.health;
    this.#contact = options.contact;
    this.#clock = options.clock;
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
        await this.#wait(await this.#attempt(attempt, signal), attempt, signal);
        await this.#contact.good(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        forget();
        attempt.end();
      }
    }
  }

  async #wait(
    pause: Pause,
    attempt: Deadline,
    signal: AbortSignal,
  ): Promise<void> {
    if (pause !== 'until-served') {
      if (pause > 0) await this.#nap.sleep(pause, signal);
      return;
    }
    attempt.renew(Infinity);
    try {
      await this.#options.untilServed(attempt.signal);
    } catch {
      // Lost meanwhile, and that is said: once it answers again the kind is asked for itself.
      signal.throwIfAborted();
    }
  }

  /** A list if it needs one, then a watch to its end, or both as one; returns how long to wait before the next. */
  async #attempt(attempt: Deadline, signal: AbortSignal): Promise<Pause> {
    const resumes = this.#version !== undefined;
    const streaming =
      !resumes && this.#pages === 'no' && this.#options.streaming.worthTrying;
    let place: ListPlace | undefined;
    try {
      if (!resumes) place = await this.#place(attempt.signal);
      if (!streaming) this.#version ??= await this.#list(attempt.signal, place);
      return await this.#watch(this.#version, attempt, place);
    } catch (error) {
      signal.throwIfAborted();
      const verb = this.#version === undefined ? 'list' : 'watch';
      // The whole cluster was lost and that is said: what follows is waiting for it, not for us.
      if (attempt.signal.aborted && !attempt.passed) return 0;
      const failure = attempt.passed
        ? new ConnectionLost(this.#asked(verb))
        : error;
      if (streaming && verb === 'list') {
        this.#pages = afterStreaming(failure, attempt.passed);
        if (this.#pages !== 'no') return 0;
      }
      if (resumes && isDenied(failure)) {
        // A right was taken away: a list tells which, and whether what is held may still be shown.
        this.#version = undefined;
        this.#pages = 'yes';
        return 0;
      }
      return this.#failed(verb, failure);
    } finally {
      place?.leave();
    }
  }

  #place(signal: AbortSignal): Promise<ListPlace> {
    return this.#options.places.enter(this.#options.cluster, signal);
  }

  async #list(
    signal: AbortSignal,
    place: ListPlace | undefined,
  ): Promise<string> {
    const listing = this.#options.store.relist();
    let version: string | undefined;
    for await (const page of this.#options.api.list(this.#request(), signal)) {
      this.#contact.heard();
      place?.heard();
      listing.add(page.items);
      version = page.resourceVersion ?? version;
    }
    if (version === undefined) throw new BrokenAnswer(this.#asked('list'));
    if (this.#pages === 'blame') this.#options.streaming.failed();
    this.#pages = 'no';
    const changed = listing.commit();
    place?.leave();
    this.#confirmed();
    this.#announce(changed);
    return version;
  }

  /** From a version on; without one the state comes first, and is the list. */
  async #watch(
    from: string | undefined,
    attempt: Deadline,
    place: ListPlace | undefined,
  ): Promise<Pause> {
    const { api, early, random, store } = this.#options;
    const openedAt = this.#clock.now();
    const lasted = () => this.#clock.now() - openedAt;
    const seconds = watchSeconds(
      {
        first: this.#opened === 0,
        bookmarks: this.#bookmarks ?? from === undefined,
        early,
      },
      random,
    );
    this.#opened += 1;
    let listing = from === undefined ? store.relist() : undefined;
    let lines = 0;
    let bookmarks = 0;
    const ended = new AbortController();
    if (!listing) this.#acceptedUnless(ended.signal);
    try {
      if (listing) attempt.renew(STREAM_QUIET_MS);
      const events = api.watch(
        { ...this.#request(), resourceVersion: from, seconds },
        attempt.signal,
      );
      for await (const event of events) {
        lines += 1;
        this.#contact.heard();
        if (!listing) {
          this.#accepted();
          this.#take(event);
          if (event.type === 'BOOKMARK') bookmarks += 1;
          if (bookmarks > 0) {
            this.#bookmarks = true;
            attempt.renew(QUIET_MS);
          }
        } else if (event.type !== 'BOOKMARK') {
          place?.heard();
          listing.add([event.object]);
          attempt.renew(STREAM_QUIET_MS);
        } else if (event.initialEnd) {
          this.#version = event.resourceVersion;
          attempt.renew(Infinity);
          const changed = listing.commit();
          place?.leave();
          listing = undefined;
          this.#accepted();
          this.#announce(changed);
        } else {
          throw new BrokenAnswer(this.#asked('list'));
        }
      }
      if (listing) throw new ConnectionLost(this.#asked('list'));
    } finally {
      ended.abort();
      if (lasted() >= STABLE_MS) {
        this.#backoff.reset();
        // Minutes without even a bookmark: the version may be one that this server will only reach some day
        // (its etcd was restored), from where it would stay silent for ever.
        if (lines === 0) this.#version = undefined;
      }
      if (lasted() >= QUIET_MS) this.#bookmarks = bookmarks > 0;
    }
    return lasted() < SHORT_MS ? this.#backoff.next() : 0;
  }

  /** Proxies show the head of a silent watch only with its first event: not refused for a while is accepted. */
  #acceptedUnless(ended: AbortSignal): void {
    this.#clock.sleep(ACCEPTED_MS, ended).then(
      () => this.#accepted(),
      () => undefined,
    );
  }

  #take(event: WatchEvent): void {
    const { store } = this.#options;
    switch (event.type) {
      case 'BOOKMARK':
        break;
      case 'DELETED':
        this.#announce(store.remove(event.object));
        break;
      default:
        this.#announce(store.put(event.object));
    }
    if (event.resourceVersion !== undefined) {
      this.#version = event.resourceVersion;
    }
  }

  #failed(verb: 'list' | 'watch', error: unknown): Pause {
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
    const verdict = this.#verdict(error);
    // Once: what stands in the store later may be the namespaces' (`KindReflection`).
    const drops = verdict.drop && this.#health.everSeen;
    const dropped = drops ? this.#options.store.clear() : undefined;
    if (drops) this.#health.forget();
    this.#health.become(verdict.state, verdict.problem, verdict.since);
    if (dropped) this.#announce(dropped);
    const { deniedAgainMs, random } = this.#options;
    switch (verdict.again) {
      case 'denied':
        return (deniedAgainMs?.() ?? DENIED_AGAIN_MS) * (1 + random());
      case 'absent':
        return 'until-served';
      case 'soon':
        return Math.max(
          this.#backoff.next(),
          Math.min(verdict.notBeforeMs ?? 0, LONGEST_WAIT_MS),
        );
      default:
        return assertNever(verdict.again);
    }
  }

  #say(error: unknown): void {
    const { state, problem, since } = this.#verdict(error);
    this.#health.become(state, problem, since);
  }

  #verdict(error: unknown): FailureHealth {
    return failureHealth(error, {
      cluster: this.#options.cluster,
      resource: resourceName(this.#options.kind.resource),
      everSeen: this.#health.everSeen,
      now: this.#clock.now(),
    });
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
    if (change.keys.length > 0) this.#options.onObjects(change);
  }

  #asked(verb: 'list' | 'watch'): AskedFor {
    return askedFor(verb, this.#options.kind.resource, this.#options);
  }

  #request(): ListRequest {
    const { cluster, kind, namespace } = this.#options;
    const { labelSelector, resource } = kind;
    return { cluster, resource, namespace, labelSelector };
  }
}

function isDenied(error: unknown): boolean {
  return isKubernetesError(error) && error.because === 'denied';
}
