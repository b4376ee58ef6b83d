import { LogBuffer } from '../logs/engine/LogBuffer';
import { plainText } from '../logs/engine/plainText';
import { firstErrorOf } from '../logs/firstErrorOf';

/** A line before the cause is shown, so that one sees where in the build it stands. */
const BEFORE = 1;

/** `number` counts from 1; `isCause` tells the cause from what is around it. */
export type ErrorLine = { number: number; text: string; isCause: boolean };

/** The first error lines in the log of a failed step; none when it printed nothing. */
export function errorLinesIn(
  bytes: Uint8Array,
  step: string,
): { lines: ErrorLine[]; first: number | undefined } {
  const buffer = new LogBuffer();
  buffer.append(bytes);
  const cause = firstErrorOf(buffer, step);
  if (!cause) return { lines: [], first: undefined };
  const lines: ErrorLine[] = [];
  for (
    let line = Math.max(0, cause.from - BEFORE);
    line < cause.to;
    line += 1
  ) {
    lines.push({
      number: line + 1,
      text: plainText(buffer.line(line)),
      isCause: line >= cause.from,
    });
  }
  return { lines: outdent(lines), first: cause.from + 1 };
}

/** Takes away the blanks that all lines begin with: build tools indent deeply, and the place is small. */
function outdent(lines: readonly ErrorLine[]): ErrorLine[] {
  const indents = lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => text.length - text.trimStart().length);
  const shared = Math.min(...indents);
  return lines.map(line => ({ ...line, text: line.text.slice(shared) }));
}
