import { CHECKPOINT_EVERY } from './LineIndex';
import type { LogBuffer } from './LogBuffer';
import { readPenOn } from './readPenOn';
import { SgrPen } from './SgrPen';
import { PLAIN, type SgrState } from './SgrState';

/** Answers in which style a line starts, wherever one jumps to. Colours run on over line ends, as in a terminal. */
export class StyleCheckpoints {
  /** The last answer: rows are asked for in order, so that the next one is a line away. */
  private last: { line: number; pen: SgrPen; style: SgrState };

  constructor(private readonly buffer: LogBuffer) {
    this.last = { line: 0, pen: new SgrPen(), style: PLAIN };
  }

  /** `line` must not lie behind the last complete line by more than one. */
  at(line: number): SgrState {
    const { last, buffer } = this;
    if (last.line === line) return last.style;
    if (last.line > line || line - last.line > CHECKPOINT_EVERY) {
      last.line = line - (line % CHECKPOINT_EVERY);
      buffer.setPenAt(last.line, last.pen);
    }
    for (; last.line < line; last.line += 1)
      if (buffer.isStyled(last.line))
        readPenOn(buffer.wholeLine(last.line), last.pen);
    last.style = last.pen.state;
    return last.style;
  }
}
