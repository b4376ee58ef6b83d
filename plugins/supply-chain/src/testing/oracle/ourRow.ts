import { characterWidth } from '../../logs/engine/characterWidth';
import type { Span } from '../../logs/engine/Span';
import type { SgrColour, SgrState } from '../../logs/engine/SgrState';
import { joinWords } from './joinWords';
import { OracleRow, type OracleSpan } from './OracleRow';

const TAB_STOP = 8;

/** Our spans in the same words: tabs as the columns they skip, neighbours of one style joined. */
export function ourRow(spans: readonly Span[]): OracleSpan[] {
  const row = new OracleRow();
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

function wordsOf(style: SgrState): string {
  return joinWords([
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

function colour(of: SgrColour): string {
  if ('palette' in of) return `${of.palette}`;
  const [red, green, blue] = of.rgb;
  return `rgb ${red * 65536 + green * 256 + blue}`;
}
