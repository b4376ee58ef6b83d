import { advanceStyle } from './advanceStyle';
import type { LogBuffer } from './LogBuffer';
import { PLAIN, type SgrState } from './SgrState';

/** Lines between two remembered styles: to show any line at most this many are read before it, about 0.3 ms. */
export const CHECKPOINT_EVERY = 1000;

/** Answers in which style a line starts, wherever one jumps to. Colours run on over line ends, as in a terminal. */
export class StyleCheckpoints {
  /** Style at the start of line 0, 1,000, 2,000, … as far as anybody has asked. */
  private readonly styles: SgrState[] = [PLAIN];
  /** The last answer: rows are asked for in order, so that the next one is a line away. */
  private last = { line: 0, style: PLAIN };

  constructor(private readonly buffer: LogBuffer) {}

  /** `line` must not lie behind the last complete line by more than one. */
  at(line: number): SgrState {
    const wanted = Math.min(
      Math.floor(line / CHECKPOINT_EVERY),
      this.styles.length - 1,
    );
    let at = wanted * CHECKPOINT_EVERY;
    let style = this.styles[wanted] ?? PLAIN;
    if (this.last.line > at && this.last.line <= line) {
      at = this.last.line;
      style = this.last.style;
    }
    while (at < line) {
      style = advanceStyle(this.buffer.line(at), style);
      at += 1;
      if (at === this.styles.length * CHECKPOINT_EVERY) this.styles.push(style);
    }
    this.last = { line, style };
    return style;
  }
}
