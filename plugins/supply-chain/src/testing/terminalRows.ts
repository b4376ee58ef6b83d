import { Terminal, type IBufferCell, type IBufferLine } from '@xterm/headless';
import { characterWidth } from '../logs/engine/characterWidth';
import type { Span } from '../logs/engine/Span';
import type { SgrColour, SgrState } from '../logs/engine/SgrState';

const TAB_STOP = 8;

/** Text of one style, in words that both sides know: xterm's API does not tell the kinds of underline apart. */
export type OracleSpan = { text: string; style: string };

/** What xterm shows of a log: the other opinion about our rows. Never wraps a line. */
export async function terminalRows(log: string): Promise<OracleSpan[][]> {
  const lines = log.split('\n');
  const terminal = new Terminal({
    allowProposedApi: true,
    convertEol: true,
    cols:
      (Math.max(...lines.map(line => line.length)) + 2) *
      (log.includes('\t') ? TAB_STOP : 2),
    // High enough for all: a terminal that scrolls paints the new line in the ground of the moment, which no log means.
    rows: lines.length,
  });
  // Its own table is of Unicode 6, in which an emoji is narrow. What a width does to a line is what is compared.
  terminal.unicode.register(new OurWidths());
  terminal.unicode.activeVersion = OurWidths.version;
  await new Promise<void>(resolve => terminal.write(log, resolve));
  const { active } = terminal.buffer;
  const rows = lines.map((_, y) => spansOfLine(active.getLine(y)));
  terminal.dispose();
  return rows;
}

/** Our spans in the same words: tabs as the columns they skip, neighbours of one style joined. */
export function ourRow(spans: readonly Span[]): OracleSpan[] {
  const row = new Row();
  let column = 0;
  for (const { text, style } of spans) {
    for (const character of text) {
      const stop = (Math.floor(column / TAB_STOP) + 1) * TAB_STOP;
      const isTab = character === '\t';
      row.add(
        isTab ? ' '.repeat(stop - column) : character,
        isTab ? '' : wordsOf(style),
      );
      column = isTab ? stop : column + characterWidth(character);
    }
  }
  return row.trimmed();
}

class OurWidths {
  static readonly version = 'log';
  readonly version = OurWidths.version;

  wcwidth(code: number): 0 | 1 | 2 {
    return characterWidth(String.fromCodePoint(code));
  }

  /** As xterm's own providers pack it: width in bits 1-2, whether it joins the character before it in bit 0. */
  charProperties(code: number, preceding: number): number {
    const own = this.wcwidth(code);
    const joins = own === 0 && preceding !== 0;
    const width = joins ? (preceding >> 1) & 3 : own;
    return (width << 1) | (joins ? 1 : 0);
  }
}

class Row {
  private readonly spans: OracleSpan[] = [];

  add(text: string, style: string): void {
    const last = this.spans[this.spans.length - 1];
    if (last?.style === style) last.text += text;
    else if (text) this.spans.push({ text, style });
  }

  /** Without plain blanks at the end: a terminal does not know them from what was never written. */
  trimmed(): OracleSpan[] {
    const last = this.spans[this.spans.length - 1];
    if (last?.style === '') {
      last.text = last.text.trimEnd();
      if (!last.text) this.spans.pop();
    }
    return this.spans;
  }
}

function spansOfLine(line: IBufferLine | undefined): OracleSpan[] {
  const row = new Row();
  for (let x = 0; line && x < line.length; x += 1) {
    const cell = line.getCell(x);
    // The right half of a wide character.
    if (!cell || cell.getWidth() === 0) continue;
    row.add(cell.getChars() || ' ', wordsOfCell(cell));
  }
  return row.trimmed();
}

function wordsOf(style: SgrState): string {
  return join([
    style.foreground && `fg ${colour(style.foreground)}`,
    style.background && `bg ${colour(style.background)}`,
    style.bold && 'bold',
    style.dim && 'dim',
    style.italic && 'italic',
    style.underline && 'underline',
    style.overline && 'overline',
    style.strike && 'strike',
    style.inverse && 'inverse',
    style.blink && 'blink',
    style.concealed && 'concealed',
  ]);
}

function wordsOfCell(cell: IBufferCell): string {
  const fg = cell.getFgColor();
  const bg = cell.getBgColor();
  return join([
    cell.isFgRGB() && `fg rgb ${fg}`,
    cell.isFgPalette() && `fg ${fg}`,
    cell.isBgRGB() && `bg rgb ${bg}`,
    cell.isBgPalette() && `bg ${bg}`,
    cell.isBold() && 'bold',
    cell.isDim() && 'dim',
    cell.isItalic() && 'italic',
    cell.isUnderline() && 'underline',
    cell.isOverline() && 'overline',
    cell.isStrikethrough() && 'strike',
    cell.isInverse() && 'inverse',
    cell.isBlink() && 'blink',
    cell.isInvisible() && 'concealed',
  ]);
}

function colour(of: SgrColour): string {
  if ('palette' in of) return `${of.palette}`;
  const [red, green, blue] = of.rgb;
  return `rgb ${red * 65536 + green * 256 + blue}`;
}

function join(words: readonly (string | false | 0 | undefined)[]): string {
  return words.filter(Boolean).join(', ');
}
