import { Terminal, type IBufferCell, type IBufferLine } from '@xterm/headless';
import { joinWords } from './joinWords';
import { OracleRow, type OracleSpan } from './OracleRow';
import { OurWidths } from './OurWidths';

const TAB_STOP = 8;

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

function spansOfLine(line: IBufferLine | undefined): OracleSpan[] {
  const row = new OracleRow();
  for (let x = 0; line && x < line.length; x += 1) {
    const cell = line.getCell(x);
    // The right half of a wide character.
    if (!cell || cell.getWidth() === 0) continue;
    row.add(cell.getChars() || ' ', wordsOfCell(cell));
  }
  return row.trimmed();
}

function wordsOfCell(cell: IBufferCell): string {
  const fg = cell.getFgColor();
  const bg = cell.getBgColor();
  return joinWords([
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
