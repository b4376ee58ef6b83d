import {
  formatLogCursor,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LogEntry } from './LogBuffer';
import type { LogLine } from './LogLine';
import type { LogPlace } from './ResumeFilter';

/** Time of lines that come before the first one that has a time: they are the oldest there are. */
const BEFORE_ALL = '1970-01-01T00:00:00Z';

/** Says entries of one step's log as messages: neighbouring lines together, gaps between them, a cursor after each. */
export class StepMessages {
  readonly #step: string;
  #place: LogPlace;

  /** `place` is where the viewer goes on. */
  constructor(step: string, place: LogPlace | undefined) {
    this.#step = step;
    this.#place = place ?? { at: BEFORE_ALL, count: 0 };
  }

  of(entries: readonly LogEntry[]): LogMessage[] {
    const messages: LogMessage[] = [];
    let lines: LogLine[] = [];
    for (const entry of entries) {
      if (!('gap' in entry)) {
        lines.push(entry);
        continue;
      }
      if (lines.length > 0) messages.push(this.#lines(lines));
      lines = [];
      messages.push({ type: 'gap', step: this.#step, says: entry.gap });
    }
    if (lines.length > 0) messages.push(this.#lines(lines));
    return messages;
  }

  #lines(lines: readonly LogLine[]): LogMessage {
    for (const { at, count } of lines) {
      // Lines without a time of their own cannot be found again: the place stays before them.
      if (at !== undefined && count > 0) this.#place = { at, count };
    }
    return {
      type: 'lines',
      step: this.#step,
      text: lines.map(({ text }) => text).join('\n'),
      times: lines.map(({ at }) => at ?? BEFORE_ALL),
      cursor: formatLogCursor({ step: this.#step, ...this.#place }),
      ...(lines.at(-1)?.unterminated ? { unterminated: true } : {}),
    };
  }
}
