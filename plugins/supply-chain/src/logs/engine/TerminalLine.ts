import { characterWidth } from './characterWidth';
import { PLAIN, type SgrState } from './SgrState';
import type { Span } from './Span';

/** Columns a line may have when a program moves its cursor about; further moves stop here. No terminal is that wide. */
export const MAX_COLUMNS = 4096;

export const TAB_STOP = 8;

/** What stands in one column. `text` is empty in the right half of a wide character. */
type Cell = { text: string; style: SgrState };

/** One line of a terminal: programs write, go back and write over it, as progress bars do. Shows what is left at the end. */
export class TerminalLine {
  private readonly cells: Cell[] = [];
  private cursor = 0;
  private joiner = false;

  write(text: string, style: SgrState): void {
    for (const character of text) {
      if (character === '\t') this.tab();
      else if (this.joiner || characterWidth(character) === 0)
        this.join(character, style);
      else this.put(character, style);
    }
  }

  toColumn(column: number): void {
    this.joiner = false;
    this.cursor = Math.min(Math.max(column, 0), MAX_COLUMNS);
  }

  move(by: number): void {
    this.toColumn(this.cursor + by);
  }

  /** 0: from the cursor on, 1: up to and with the cursor, 2: all of it. The cursor stays. */
  erase(mode: number): void {
    if (mode === 0) {
      this.cut(this.cursor);
      this.cells.length = Math.min(this.cells.length, this.cursor);
    }
    if (mode === 2) this.cells.length = 0;
    if (mode === 1) {
      this.cut(this.cursor);
      const to = Math.min(this.cursor + 1, this.cells.length);
      for (let at = 0; at < to; at += 1) this.cells[at] = BLANK;
    }
  }

  spans(): Span[] {
    const spans: { text: string; style: SgrState }[] = [];
    let end = this.cells.length;
    while (end > 0 && this.cells[end - 1] === BLANK) end -= 1;
    for (const cell of this.cells.slice(0, end)) {
      const last = spans[spans.length - 1];
      if (last && last.style === cell.style) last.text += cell.text;
      else spans.push({ ...cell });
    }
    return spans.filter(span => span.text !== '');
  }

  private put(character: string, style: SgrState): void {
    while (this.cells.length < this.cursor) this.cells.push(BLANK);
    this.cut(this.cursor);
    this.cells[this.cursor] = { text: character, style };
    this.cursor += 1;
    if (characterWidth(character) === 2) {
      this.cut(this.cursor);
      this.cells[this.cursor] = { text: '', style };
      this.cursor += 1;
    }
  }

  /** Writing over half of a wide character takes all of it. */
  private cut(column: number): void {
    if (this.cells[column]?.text === '' && column > 0)
      this.cells[column - 1] = BLANK;
    if (this.cells[column + 1]?.text === '') this.cells[column + 1] = BLANK;
  }

  private join(character: string, style: SgrState): void {
    let at = this.cursor - 1;
    if (this.cells[at]?.text === '') at -= 1;
    const cell = this.cells[at];
    if (cell && cell !== BLANK)
      this.cells[at] = { ...cell, text: cell.text + character };
    else this.put(character, style);
    this.joiner = character === '\u200d';
  }

  /** A tab moves and writes nothing, as on a terminal. */
  private tab(): void {
    this.toColumn((Math.floor(this.cursor / TAB_STOP) + 1) * TAB_STOP);
  }
}

/** Nothing was written here, or it was erased. Told from a written space by identity. */
const BLANK: Cell = { text: ' ', style: PLAIN };
