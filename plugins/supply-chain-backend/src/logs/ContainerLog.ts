import { Backoff } from '../clock/Backoff';
import type { Clock } from '../clock/Clock';
import { Nap } from '../clock/Nap';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { ContainerStates } from './ContainerStates';
import { isPassing } from './isPassing';
import { LineReader } from './LineReader';
import { LOST } from './LOST';
import { LogBuffer, type LogEntry } from './LogBuffer';
import type { LogTarget } from './LogTarget';
import { type LogPlace, ResumeFilter } from './ResumeFilter';
import { sinceOf } from './sinceOf';

/** Entries that a viewer is given at once: with lines of common length about 64 KB. */
const BATCH = 500;

/** Without an answer for this long, a viewer is told; it may come back. Longer than an API server's restart. */
const GIVE_UP_MS = 60_000;

/** Longest wait before a stream that broke is opened again, in milliseconds: someone looks at it. */
const AGAIN_MS = 5_000;

type End =
  | { readonly kind: 'whole' }
  | { readonly kind: 'broken'; error: unknown };

/**
 * The log of one container, read once for all who look at it. Reads from the first line on, follows while the container
 * runs, goes on where it was when the connection breaks, and ends when the container has.
 */
export class ContainerLog {
  readonly #buffer = new LogBuffer();
  readonly #waiting = new Set<() => void>();
  #end: End | undefined;
  #place: LogPlace | undefined;

  constructor(
    private readonly options: {
      readonly api: Pick<KubernetesApi, 'log'>;
      readonly target: LogTarget;
      readonly states: ContainerStates;
      readonly clock: Clock;
      readonly random: () => number;
    },
  ) {}

  /** All of it is held, and no upstream open. */
  get complete(): boolean {
    return this.#end?.kind === 'whole';
  }

  get chars(): number {
    return this.#buffer.chars;
  }

  /** Reads the container until its log is whole, the signal aborts, or it cannot be read. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { cluster, namespace } = this.options.target;
    const nap = new Nap(this.options.clock);
    const unsubscribe = this.options.states.onChange(cluster, namespace, () =>
      nap.wake(),
    );
    try {
      await this.#readOn(nap, signal);
      this.#finish({ kind: 'whole' });
    } catch (error) {
      this.#finish({ kind: 'broken', error });
    } finally {
      unsubscribe();
    }
  }

  /** Batches from the first line that is held on, to the end of the log. Throws what reading it failed with. */
  async *entries(signal: AbortSignal): AsyncIterable<readonly LogEntry[]> {
    let position = 0;
    for (;;) {
      if (position < this.#buffer.first) {
        const lost = this.#buffer.first - position;
        position = this.#buffer.first;
        yield [
          { gap: `${lost} older lines are not held here: download the log` },
        ];
      }
      const batch = this.#buffer.slice(position, BATCH);
      if (batch.length > 0) {
        position += batch.length;
        yield batch;
      } else if (this.#end?.kind === 'broken') {
        throw this.#end.error;
      } else if (this.#end) {
        return;
      } else {
        await this.#more(signal);
      }
    }
  }

  async #readOn(nap: Nap, signal: AbortSignal): Promise<void> {
    const { clock, states, target, random } = this.options;
    const backoff = new Backoff(random, AGAIN_MS);
    let lastSuccess = clock.now();
    for (;;) {
      // Asked before reading: only what is read of an ended container is known to be whole.
      const state = states.of(target);
      const over = state === 'ended' || state === 'gone';
      try {
        const got = await this.#readOnce(!over, signal);
        if (over) return;
        if (got > 0) backoff.reset();
        lastSuccess = clock.now();
      } catch (error) {
        signal.throwIfAborted();
        if (!isPassing(error)) throw error;
        if (clock.now() - lastSuccess > GIVE_UP_MS) throw error;
      }
      const asked = states.of(target) === 'ended' && !over ? 0 : backoff.next();
      if (asked > 0) await nap.sleep(asked, signal);
    }
  }

  async #readOnce(follow: boolean, signal: AbortSignal): Promise<number> {
    const { api, target } = this.options;
    const filter = new ResumeFilter(this.#place);
    const reader = new LineReader();
    let got = 0;
    const add = (part: ReturnType<ResumeFilter['read']>) => {
      got += part.lines.length;
      this.#add(part.gap ? [LOST, ...part.lines] : part.lines);
    };
    const bytes = await api.log(
      {
        cluster: target.cluster,
        namespace: target.namespace,
        pod: target.pod,
        container: target.container,
        follow,
        timestamps: true,
        sinceTime: this.#place && sinceOf(this.#place.at),
      },
      signal,
    );
    for await (const chunk of bytes) add(filter.read(reader.read(chunk)));
    // A followed log that ends may have been cut in the middle of a line: that line is read again.
    if (!follow) {
      add(filter.read(reader.finish()));
      add(filter.finish());
    }
    return got;
  }

  #add(entries: readonly LogEntry[]): void {
    if (entries.length === 0) return;
    this.#buffer.push(entries);
    for (const entry of entries) {
      if ('gap' in entry || entry.at === undefined || entry.count === 0)
        continue;
      this.#place = { at: entry.at, count: entry.count };
    }
    this.#wake();
  }

  #finish(end: End): void {
    this.#end = end;
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  #more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = () => {
        this.#waiting.delete(done);
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      const onAbort = () => {
        this.#waiting.delete(done);
        reject(signal.reason);
      };
      if (signal.aborted) {
        onAbort();
        return;
      }
      this.#waiting.add(done);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }
}
