import type { LogLine } from './LogLine';

/**
 * Characters of one container's log that are held for its viewers. The kubelet rotates at 10 MiB unless told otherwise,
 * so that this is nearly always the whole log.
 */
export const BUFFER_CHARS = 32 * 1024 * 1024;

/** What a line costs besides its text: two strings' headers and the object. */
const LINE_OVERHEAD = 100;

export type LogEntry = LogLine | { readonly gap: string };

/** The end of a log, addressed by how many entries came before it. */
export class LogBuffer {
  #entries: LogEntry[] = [];
  #first = 0;
  #chars = 0;
  readonly #limit: number;

  constructor(limit: number = BUFFER_CHARS) {
    this.#limit = limit;
  }

  /** Number of the oldest entry that is held. */
  get first(): number {
    return this.#first;
  }

  /** Number of the entry that comes next. */
  get next(): number {
    return this.#first + this.#entries.length;
  }

  get chars(): number {
    return this.#chars;
  }

  push(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      this.#entries.push(entry);
      this.#chars += cost(entry);
    }
    if (this.#chars > this.#limit) this.#forget();
  }

  slice(from: number, count: number): readonly LogEntry[] {
    const start = Math.max(0, from - this.#first);
    return this.#entries.slice(start, start + count);
  }

  /** A quarter at once: one line at a time would move the whole array for each. */
  #forget(): void {
    let dropped = 0;
    while (this.#chars > this.#limit * 0.75 && dropped < this.#entries.length) {
      const entry = this.#entries[dropped];
      if (entry) this.#chars -= cost(entry);
      dropped += 1;
    }
    this.#entries = this.#entries.slice(dropped);
    this.#first += dropped;
  }
}

function cost(entry: LogEntry): number {
  return (
    LINE_OVERHEAD + ('gap' in entry ? entry.gap.length : entry.text.length)
  );
}
