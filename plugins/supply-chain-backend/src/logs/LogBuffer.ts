import type { LogEntry } from './LogEntry';
import type { LogNotice } from './LogNotice';
import { LogPage } from './LogPage';
import type { LogPlace } from './LogPlace';
import type { RawLine } from './RawLine';

/** What stands for a notice among the lines of a page. */
const NOTHING: RawLine = {
  bytes: Buffer.alloc(0),
  timeLength: 0,
  cut: 0,
  unterminated: false,
};

/** The end of a log, addressed by how many entries came before it, in bounded memory. */
export class LogBuffer {
  #pages: LogPage[] = [];
  #spare: LogPage | undefined;
  readonly #notices = new Map<number, LogNotice>();
  readonly #limit: () => number;

  /** `limit` says how many bytes may be held, whenever something comes. */
  constructor(limit: () => number) {
    this.#limit = limit;
  }

  /** Number of the oldest entry that is held. */
  get first(): number {
    return this.#pages[0]?.first ?? 0;
  }

  /** Number of the entry that comes next. */
  get next(): number {
    const last = this.#pages.at(-1);
    return last ? last.first + last.length : 0;
  }

  /** What all entries have cost that ever came. */
  get total(): number {
    const last = this.#pages.at(-1);
    return last ? last.before + last.cost : 0;
  }

  /** Bytes that are held. */
  get size(): number {
    return this.total - (this.#pages[0]?.before ?? 0);
  }

  push(line: RawLine, count: number): void {
    if (this.#pages.at(-1)?.push(line, count)) return;
    const page = new LogPage(this.next, this.total, this.#spare);
    this.#spare = undefined;
    page.push(line, count);
    this.#pages.push(page);
    this.trim();
  }

  pushNotice(notice: LogNotice): void {
    this.#notices.set(this.next, notice);
    this.push(NOTHING, 0);
  }

  /** Forgets the oldest pages as far as the limit asks for it; never the newest. */
  trim(): void {
    const limit = this.#limit();
    let dropped = 0;
    while (dropped < this.#pages.length - 1) {
      const held = this.total - (this.#pages[dropped]?.before ?? 0);
      if (held <= limit) break;
      dropped += 1;
    }
    if (dropped === 0) return;
    // A log that comes fast forgets as fast: its memory goes round and need not be collected.
    this.#spare = this.#pages[0];
    this.#pages = this.#pages.slice(dropped);
    for (const at of this.#notices.keys()) {
      if (at < this.first) this.#notices.delete(at);
    }
  }

  /** Entries from one on: so many and so many bytes at most, but one if there is one. */
  slice(
    from: number,
    most: { readonly entries: number; readonly bytes: number },
  ): readonly LogEntry[] {
    const entries: LogEntry[] = [];
    const until = this.costBefore(from) + most.bytes;
    for (const [page, index] of this.#from(from)) {
      if (entries.length === most.entries) break;
      if (entries.length > 0 && page.costBefore(index) >= until) break;
      entries.push(this.#notices.get(page.first + index) ?? page.line(index));
    }
    return entries;
  }

  /** The lines from a place on, as they came. */
  *raw(from: number): Generator<{ readonly entry: number } & RawLine> {
    for (const [page, index] of this.#from(from)) {
      const entry = page.first + index;
      if (!this.#notices.has(entry)) yield { entry, ...page.raw(index) };
    }
  }

  /** The entry that is the line of a place, if it is among those from `from` on. */
  find({ at, count }: LogPlace, from: number): number | undefined {
    const time = Buffer.from(at, 'latin1');
    for (const [page, index] of this.#from(from)) {
      if (page.isAt(index, time, count)) return page.first + index;
    }
    return undefined;
  }

  /** The first entry of those near the end that are so many bytes at most. */
  near(bytes: number): number {
    const page = this.#pages.find(each => this.total - each.before <= bytes);
    return page?.first ?? this.next;
  }

  /** What all entries have cost that came before this one. */
  costBefore(entry: number): number {
    for (const [page, index] of this.#from(entry)) {
      return page.costBefore(index);
    }
    return this.total;
  }

  *#from(entry: number): Generator<[LogPage, number]> {
    // Readers are near the end as a rule.
    let at = this.#pages.length - 1;
    while (at > 0 && (this.#pages[at]?.first ?? 0) > entry) at -= 1;
    for (; at < this.#pages.length; at += 1) {
      const page = this.#pages[at];
      if (!page) return;
      const start = Math.max(0, entry - page.first);
      for (let index = start; index < page.length; index += 1) {
        yield [page, index];
      }
    }
  }
}
