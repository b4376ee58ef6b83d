import { makeVisible } from './makeVisible';
import { ESC, readEscape, type Escape } from './readEscape';

/** A piece of a line: text to show, or an escape sequence that means something. */
export type LineToken =
  | { kind: 'text'; text: string }
  | Exclude<Escape, { kind: 'dropped' }>;

const BEL = 0x07;
const BACKSPACE = 0x08;
const RETURN = 0x0d;

/** Invalid UTF-8 becomes U+FFFD; a byte order mark is text like any other. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** Cuts a line's bytes into text and escapes, in order. Carriage return and backspace come as cursor movements. */
export function lexLine(line: Uint8Array): LineToken[] {
  const tokens: LineToken[] = [];
  let textFrom = 0;
  let at = 0;
  const endText = () => {
    if (at > textFrom) {
      const text = DECODER.decode(line.subarray(textFrom, at));
      tokens.push({ kind: 'text', text: makeVisible(text) });
    }
  };
  while (at < line.length) {
    const byte = line[at];
    if (byte === ESC) {
      endText();
      const escape = readEscape(line, at);
      if (escape.kind !== 'dropped') tokens.push(escape);
      at = escape.end;
      textFrom = at;
    } else if (byte === RETURN || byte === BACKSPACE || byte === BEL) {
      endText();
      at += 1;
      textFrom = at;
      if (byte === RETURN) tokens.push({ kind: 'column', to: 0, end: at });
      if (byte === BACKSPACE) tokens.push({ kind: 'move', by: -1, end: at });
    } else {
      at += 1;
    }
  }
  endText();
  return tokens;
}
