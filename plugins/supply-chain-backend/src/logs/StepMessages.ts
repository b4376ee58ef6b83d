import {
  formatLogCursor,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LogEntry } from './LogEntry';
import type { LogLine } from './LogLine';
import type { LogPlace } from './LogPlace';
import { noticeMessage } from './noticeMessage';

/** Time of lines that come before the first one that has a time: they are the oldest there are. */
const BEFORE_ALL = '1970-01-01T00:00:00Z';

/** Says entries of one step's log as messages: neighbouring lines together, notices between them, a cursor after each. */
export class StepMessages {
  readonly #step: string;
  #place: LogPlace;
  #at = BEFORE_ALL;

  /** `place` is where the viewer goes on. */
  constructor(step: string, place: LogPlace | undefined) {
    this.#step = step;
    this.#place = place ?? { at: BEFORE_ALL, count: 0 };
  }

  of(entries: readonly LogEntry[]): LogMessage[] {
    const messages: LogMessage[] = [];
    let lines: LogLine[] = [];
    for (const entry of entries) {
      if (!('kind' in entry)) {
        lines.push(entry);
        continue;
      }
      if (lines.length > 0) messages.push(this.#lines(lines));
      lines = [];
      messages.push(noticeMessage(this.#step, entry));
    }
    if (lines.length > 0) messages.push(this.#lines(lines));
    return messages;
  }

  #lines(lines: readonly LogLine[]): LogMessage {
    const times = lines.map(({ at, count }) => {
      // Lines without a time of their own cannot be found again: the place stays before them.
      if (at !== undefined) this.#place = { at, count };
      this.#at = at ?? this.#at;
      return this.#at;
    });
    const cut = lines.flatMap(({ cut: bytes }, line) =>
      bytes > 0 ? { line, bytes } : [],
    );
    return {
      type: 'lines',
      step: this.#step,
      text: lines.map(({ text }) => text).join('\n'),
      times,
      cursor: formatLogCursor({ step: this.#step, ...this.#place }),
      ...(cut.length > 0 ? { cut } : {}),
      ...(lines.at(-1)?.unterminated ? { unterminated: true } : {}),
    };
  }
}
