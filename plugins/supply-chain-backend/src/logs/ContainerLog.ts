import { Backoff } from '../clock/Backoff';
import type { Clock } from '../clock/Clock';
import { Nap } from '../clock/Nap';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { LostClusters } from '../service/LostClusters';
import type { ContainerStates } from './ContainerStates';
import { FollowedConnection } from './FollowedConnection';
import { BoundReached } from './errors/BoundReached';
import { NodeLogError } from './errors/NodeLogError';
import { isPassing } from './isPassing';
import { LineReader } from './LineReader';
import { LogBuffer } from './LogBuffer';
import type { LogBounds } from './LogBounds';
import type { LogEntry } from './LogEntry';
import type { LogPlace } from './LogPlace';
import type { LogTarget } from './LogTarget';
import { LogReaders } from './LogReaders';
import { lookForPlace } from './lookForPlace';
import { NodeWords } from './NodeWords';
import { timeOf, type RawLine } from './RawLine';
import { SeenLines } from './SeenLines';
import { sinceOf } from './sinceOf';
import { TimeCounts } from './TimeCounts';

/** Failing for this long, a viewer is told; it may come back. Longer than an API server's restart. */
const GIVE_UP_MS = 60_000;

/** Longest wait before a stream that broke is opened again, in milliseconds: someone looks at it. */
const AGAIN_MS = 5_000;

export interface ContainerLogOptions {
  readonly api: Pick<KubernetesApi, 'log'>;
  readonly target: LogTarget;
  readonly states: ContainerStates;
  readonly clock: Clock;
  readonly random: () => number;
  /** Without it, a cluster that is gone is noticed when a connection tells. */
  readonly lost?: Pick<LostClusters, 'has' | 'lost'> | undefined;
  readonly bounds: LogBounds;
  /** Bytes that it may hold, asked whenever something comes. */
  readonly room: () => number;
  /** ms that a cluster waits for slow readers; as `Pacer` says when left out. */
  readonly pauseMs?: number | undefined;
}

/**
 * The log of one container, read once for all who look at it. Reads from the first line on, follows while the container
 * runs, goes on where it was when the connection breaks, and ends when the container has, or at a bound.
 */
export class ContainerLog {
  readonly #options: ContainerLogOptions;
  readonly #buffer: LogBuffer;
  readonly #readers: LogReaders;
  readonly #counts = new TimeCounts();
  #isComplete = false;
  /** Time of the newest line that had one. */
  #at: string | undefined;
  #textBytes = 0;
  #lines = 0;
  /** Milliseconds since the epoch: the first failure after something came. */
  #failingSince: number | undefined;

  constructor(options: ContainerLogOptions) {
    this.#options = options;
    this.#buffer = new LogBuffer(options.room);
    this.#readers = new LogReaders({
      buffer: this.#buffer,
      clock: options.clock,
      pauseMs: options.pauseMs,
      look: (place, known, signal) =>
        lookForPlace(place, known, options.target, options.api, signal),
    });
  }

  /** All of it was read, and no upstream is open. */
  get complete(): boolean {
    return this.#isComplete;
  }

  /** Bytes that it holds. */
  get size(): number {
    return this.#buffer.size;
  }

  /** Holds no more than there is room for now. */
  trim(): void {
    this.#buffer.trim();
  }

  /**
   * Batches after a place, or from the first line that is held on, to the end of the log. Throws what reading it failed
   * with.
   */
  entries(
    place: LogPlace | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<readonly LogEntry[]> {
    return this.#readers.entries(place, signal);
  }

  /** Reads the container until its log is whole, the signal aborts, or it cannot be read. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { target, states, clock, bounds } = this.#options;
    const nap = new Nap(clock);
    const unsubscribe = states.onChange(target.cluster, target.namespace, () =>
      nap.wake(),
    );
    const life = new AbortController();
    const either = AbortSignal.any([signal, life.signal]);
    clock.sleep(bounds.seconds * 1000, either).then(
      () => life.abort(new BoundReached('seconds', bounds.seconds)),
      () => undefined,
    );
    try {
      await this.#readOn(nap, either);
      this.#isComplete = true;
      this.#readers.end(undefined);
    } catch (error) {
      if (error instanceof BoundReached) {
        const { bound, most } = error;
        this.#buffer.pushNotice({ kind: 'limit', bound, most });
        this.#readers.end(undefined);
      } else {
        this.#readers.end({ error });
      }
    } finally {
      life.abort();
      unsubscribe();
    }
  }

  async #readOn(nap: Nap, signal: AbortSignal): Promise<void> {
    const { clock, states, target, random } = this.#options;
    const backoff = new Backoff(random, AGAIN_MS);
    for (;;) {
      // Asked before reading: only what is read of an ended container is known to be whole.
      const state = states.of(target);
      const over = state === 'ended' || state === 'gone';
      const before = this.#buffer.next;
      try {
        if (over) {
          await this.#readOnce(undefined, signal);
          return;
        }
        await this.#follow(signal);
        this.#failingSince = undefined;
      } catch (error) {
        signal.throwIfAborted();
        if (!isPassing(error)) throw error;
        if (over && error instanceof NodeLogError && error.isGone) throw error;
        this.#failingSince ??= clock.now();
        if (clock.now() - this.#failingSince > GIVE_UP_MS) throw error;
      }
      if (this.#buffer.next > before) backoff.reset();
      const asked = states.of(target) === 'ended' && !over ? 0 : backoff.next();
      if (asked > 0) await nap.sleep(asked, signal);
    }
  }

  /** Until the connection ends, or nothing more can come over it. */
  async #follow(signal: AbortSignal): Promise<void> {
    const { states, target, clock, lost } = this.#options;
    const connection = new FollowedConnection({ states, target, clock, lost });
    const leaving = new AbortController();
    const over = new AbortController();
    connection.dead(AbortSignal.any([signal, over.signal])).then(
      () => {
        const { cluster, namespace, pod: name } = target;
        leaving.abort(
          new ConnectionLost({
            ...{ cluster, namespace, name },
            ...{ verb: 'get', resource: 'pods/log' },
          }),
        );
      },
      () => undefined,
    );
    try {
      await this.#readOnce(
        connection,
        AbortSignal.any([signal, leaving.signal]),
      );
    } finally {
      over.abort();
    }
  }

  /** What is there, and over a connection that is followed what comes. */
  async #readOnce(
    followed: FollowedConnection | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const follow = followed !== undefined;
    const { api, target } = this.#options;
    const { cluster, namespace, pod, container } = target;
    const sinceTime = this.#at && sinceOf(this.#at);
    const seen = new SeenLines(this.#buffer, sinceTime);
    const reader = new LineReader();
    const words = new NodeWords(this.#at !== undefined);
    const take = (lines: readonly RawLine[]) => {
      for (const line of lines) {
        if (words.isOfContainer(line)) this.#take(line, seen);
      }
      this.#readers.wake();
    };
    const bytes = await api.log(
      {
        ...{ cluster, namespace, pod, container },
        ...{ follow, timestamps: true, sinceTime },
      },
      signal,
    );
    for await (const chunk of bytes) {
      take(reader.read(chunk));
      const taken = this.#readers.ready(signal);
      await (followed ? followed.takes(taken) : taken);
    }
    const last = reader.finish();
    const said = last[0] && words.in(last[0]);
    if (said !== undefined) throw new NodeLogError(target, said);
    // A followed log that ends may have been cut in the middle of a line: that line is read again.
    if (!follow) take(last);
  }

  #take(line: RawLine, seen: SeenLines): void {
    const newness = seen.next(line);
    if (newness === 'seen') return;
    if (newness === 'lost') {
      this.#buffer.pushNotice({ kind: 'gap', because: 'rotated' });
    }
    const { bounds } = this.#options;
    if (this.#lines >= bounds.lines) {
      throw new BoundReached('lines', bounds.lines);
    }
    if (this.#textBytes >= bounds.bytes) {
      throw new BoundReached('bytes', bounds.bytes);
    }
    const time = timeOf(line);
    this.#buffer.push(line, time === '' ? 0 : this.#counts.next(time));
    if (time !== '') this.#at = time;
    this.#lines += 1;
    this.#textBytes += line.bytes.length - line.timeLength + line.cut;
    this.#failingSince = undefined;
  }
}
