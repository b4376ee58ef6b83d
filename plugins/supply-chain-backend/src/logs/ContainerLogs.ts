import type { Clock } from '../clock/Clock';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { LostClusters } from '../service/LostClusters';
import { ContainerLog } from './ContainerLog';
import type { ContainerStates } from './ContainerStates';
import { TooManyLogs } from './errors/TooManyLogs';
import { LOG_LIMITS, type LogLimits } from './LogLimits';
import type { LogSource } from './LogSource';
import type { LogTarget } from './LogTarget';

/** After the last viewer, so that a page that loads again finds its stream; the upstream has to be closed within 1 s. */
export const LINGER_MS = 500;

/** How long a whole log is kept after its last viewer: a person goes back and forth between steps. No upstream is open. */
export const WHOLE_KEPT_MS = 30_000;

/** Whole logs kept without a viewer, in bytes. */
export const WHOLE_KEPT_BYTES = 64 * 1024 * 1024;

/**
 * Bytes of one container's log that are held for its viewers at most. The kubelet rotates at 10 MiB unless told otherwise,
 * so that this is nearly always the whole log.
 */
export const HELD_EACH_BYTES = 16 * 1024 * 1024;

/**
 * Upstreams of one container that are closed before its end. The kubernetes plugin's proxy goes on holding each of them at
 * the cluster until the container ends (docs/decisions/one-upstream-a-container.md): a viewer whose network breaks every
 * few seconds would leave hundreds. After this many the next one stays open, and whoever comes again shares it.
 */
export const LEFT_EACH = 2;

/** Containers of which it is remembered; those go first that were left first. */
const LEFT_MOST = 1_000;

/** When a place may be free: a viewer that has left is noticed by the next heartbeat. */
const AGAIN_MS = 15_000;

interface Shared {
  readonly log: ContainerLog;
  readonly life: AbortController;
  viewers: number;
  leaving: AbortController | undefined;
}

/** One reading a container, shared by everybody who looks at it with the same rights. */
export class ContainerLogs {
  readonly #open = new Map<string, Shared>();
  readonly #running = new Set<Promise<void>>();
  /** How many upstreams of a container were closed before its end. */
  readonly #left = new Map<string, number>();
  readonly #limits: LogLimits;
  #stopped = false;

  constructor(
    private readonly options: {
      readonly api: Pick<KubernetesApi, 'log'>;
      readonly states: ContainerStates;
      readonly clock: Clock;
      readonly random: () => number;
      /** Which clusters are known not to answer. */
      readonly lost?: Pick<LostClusters, 'has' | 'lost'> | undefined;
      readonly limits?: LogLimits | undefined;
      /** ms that a cluster waits for slow readers. */
      readonly pauseMs?: number | undefined;
    },
  ) {
    this.#limits = options.limits ?? LOG_LIMITS;
  }

  /**
   * Call `release` when done; the last one closes the upstream. Where the source has an owner, the log is read as this person
   * and shared with nobody else. Throws `TooManyLogs`.
   */
  open(
    target: LogTarget,
    source?: LogSource,
  ): { log: ContainerLog; release: () => void } {
    const key = JSON.stringify([source?.owner, ...Object.values(target)]);
    const shared = this.#open.get(key) ?? this.#start(key, target, source);
    shared.viewers += 1;
    shared.leaving?.abort();
    shared.leaving = undefined;
    let released = false;
    return {
      log: shared.log,
      release: () => {
        if (released) return;
        released = true;
        shared.viewers -= 1;
        if (shared.viewers === 0) this.#leave(key, shared);
      },
    };
  }

  /** How many containers are read or held. */
  get size(): number {
    return this.#open.size;
  }

  /** How many read them now. */
  get viewers(): number {
    let viewers = 0;
    for (const shared of this.#open.values()) viewers += shared.viewers;
    return viewers;
  }

  /** For good. Resolves when every upstream and timer has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const [key, shared] of this.#open) this.#drop(key, shared);
    await Promise.all(this.#running);
  }

  #start(
    key: string,
    target: LogTarget,
    source: LogSource | undefined,
  ): Shared {
    this.#makePlace();
    const { api, states, clock, random, pauseMs, lost } = this.options;
    const life = new AbortController();
    const log = new ContainerLog({
      ...{ api, states, clock, random, pauseMs, lost, ...source, target },
      bounds: this.#limits.each,
      room: () => this.#roomEach(),
    });
    const shared: Shared = { log, life, viewers: 0, leaving: undefined };
    this.#open.set(key, shared);
    // One more to share with.
    for (const each of this.#open.values()) each.log.trim();
    if (this.#stopped) life.abort();
    this.#track(
      log.run(life.signal).then(() => {
        // What could not be read is asked for again by the next who looks.
        if (!log.complete) this.#forget(key, shared);
        if (life.signal.aborted) return;
        this.#left.delete(key);
        if (log.complete && shared.viewers === 0) this.#leave(key, shared);
      }),
    );
    return shared;
  }

  #roomEach(): number {
    const share = this.#limits.heldBytes / Math.max(1, this.#open.size);
    return Math.min(HELD_EACH_BYTES, share);
  }

  /** What nobody looks at gives way to what somebody asks for. */
  #makePlace(): void {
    const { containers } = this.#limits;
    for (const [key, shared] of this.#open) {
      if (this.#open.size < containers) return;
      if (shared.viewers === 0) this.#drop(key, shared);
    }
    if (this.#open.size >= containers) {
      throw new TooManyLogs(containers, AGAIN_MS);
    }
  }

  #leave(key: string, shared: Shared): void {
    // Its log could not be read on, or gave way to another.
    if (this.#open.get(key) !== shared) return;
    if (!shared.log.complete && (this.#left.get(key) ?? 0) >= LEFT_EACH) return;
    shared.leaving?.abort();
    const leaving = new AbortController();
    shared.leaving = leaving;
    const { clock } = this.options;
    const keeps = shared.log.complete && this.#keptBytes() < WHOLE_KEPT_BYTES;
    this.#track(
      clock.sleep(keeps ? WHOLE_KEPT_MS : LINGER_MS, leaving.signal).then(
        () => this.#drop(key, shared),
        () => undefined,
      ),
    );
  }

  #keptBytes(): number {
    return [...this.#open.values()]
      .filter(each => each.viewers === 0)
      .reduce((sum, each) => sum + each.log.size, 0);
  }

  #drop(key: string, shared: Shared): void {
    this.#forget(key, shared);
    if (!shared.log.complete) this.#noteLeft(key);
    shared.life.abort(new Error('Nobody looks at this log any more'));
  }

  #noteLeft(key: string): void {
    const before = this.#left.get(key) ?? 0;
    this.#left.delete(key);
    this.#left.set(key, before + 1);
    const [oldest] = this.#left.keys();
    if (this.#left.size > LEFT_MOST && oldest !== undefined) {
      this.#left.delete(oldest);
    }
  }

  #forget(key: string, shared: Shared): void {
    // Nobody has to wait for what is not held any more.
    shared.leaving?.abort();
    if (this.#open.get(key) === shared) this.#open.delete(key);
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }
}
