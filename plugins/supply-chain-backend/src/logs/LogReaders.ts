import type { Clock } from '../clock/Clock';
import { Bell } from './Bell';
import { findPlace } from './findPlace';
import type { LogBuffer } from './LogBuffer';
import type { LogEntry } from './LogEntry';
import type { LogPlace } from './LogPlace';
import type { LookedFor } from './LookedFor';
import { Pacer, type Progress } from './Pacer';
import type { RawLine } from './RawLine';

/** What a reader is given at once: of common lines 64 KB, of long ones no more than a slow connection takes in a while. */
const BATCH = { entries: 500, bytes: 256 * 1024 };

/** Bytes before the end where a reader that could not keep up goes on. */
const CATCH_UP_BYTES = 1024 * 1024;

/** Asks the cluster for a place, and whether a line comes after it; undefined when it cannot be asked now. */
type LookForPlace = (
  place: LogPlace,
  known: RawLine | undefined,
  signal: AbortSignal,
) => Promise<LookedFor | undefined>;

/** All who read one log, each at their own pace, out of one buffer. */
export class LogReaders {
  readonly #buffer: LogBuffer;
  readonly #clock: Clock;
  readonly #pacer: Pacer;
  readonly #look: LookForPlace;
  readonly #news = new Bell();
  #end: { readonly error?: unknown } | undefined;

  constructor(options: {
    readonly buffer: LogBuffer;
    readonly clock: Clock;
    readonly pauseMs: number | undefined;
    readonly look: LookForPlace;
  }) {
    this.#look = options.look;
    this.#buffer = options.buffer;
    this.#clock = options.clock;
    this.#pacer = new Pacer(options.clock, options.pauseMs);
  }

  /** Something has come. */
  wake(): void {
    this.#news.ring();
  }

  /** Nothing more will come; with an error when it should have. */
  end(failed: { readonly error: unknown } | undefined): void {
    this.#end = failed ?? {};
    this.#news.ring();
  }

  /** Resolves when the readers are near enough for more to be read. */
  ready(signal: AbortSignal): Promise<void> {
    return this.#pacer.ready(() => this.#buffer.total, signal);
  }

  /** Batches after a place, or from the first line that is held on, to the end. Throws what reading has failed with. */
  async *entries(
    place: LogPlace | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<readonly LogEntry[]> {
    const buffer = this.#buffer;
    const reader: Progress = { taken: 0 };
    const goTo = (entry: number) => {
      reader.taken = buffer.costBefore(entry);
      this.#pacer.took();
      return entry;
    };
    this.#pacer.join(reader);
    try {
      let position = goTo(buffer.first);
      if (place && place.count > 0) {
        const found = await this.#find(place, goTo, signal);
        position = goTo(found.entry);
        if (found.gap) yield [{ kind: 'gap', because: found.gap }];
      } else if (position > 0) {
        yield [{ kind: 'gap', because: 'not-held', lines: position }];
      }
      for (;;) {
        if (position < buffer.first) {
          const lines = buffer.near(CATCH_UP_BYTES) - position;
          position = goTo(position + lines);
          yield [{ kind: 'gap', because: 'slow-reader', lines }];
        }
        const batch = buffer.slice(position, BATCH);
        if (batch.length > 0) {
          yield batch;
          // Only now: what is asked for more has taken what it was given.
          position = goTo(position + batch.length);
        } else if (this.#isOver()) {
          return;
        } else {
          await this.#news.next(signal);
        }
      }
    } finally {
      this.#pacer.leave(reader);
    }
  }

  /** Throws when it is, and should not be. */
  #isOver(): boolean {
    if (this.#end && 'error' in this.#end) throw this.#end.error;
    return this.#end !== undefined;
  }

  #find(
    place: LogPlace,
    looked: (entry: number) => void,
    signal: AbortSignal,
  ): ReturnType<typeof findPlace> {
    return findPlace(place, {
      ...{ buffer: this.#buffer, clock: this.#clock, news: this.#news },
      isOver: () => this.#isOver(),
      ask: known => this.#look(place, known, signal),
      ...{ looked, signal },
    });
  }
}
