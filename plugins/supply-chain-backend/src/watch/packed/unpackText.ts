import type { Dictionary } from './Dictionary';
import { SHORTEST_HEX, SHORTEST_MATCH, TOKEN } from './packedFormat';

/** Bytes of a text that the common workspace begins with. */
const ORDINARY = 32 * 1024;
/** And that it may grow to; a longer text gets its own. */
const LONGEST = 512 * 1024;

const DIGITS = Buffer.from('0123456789abcdef');

/** Shared by all, which is safe because nothing here waits. */
let common = Buffer.allocUnsafeSlow(ORDINARY);

/** What `packText` made, with the same dictionary -> the text. */
export function unpackText(packed: Uint8Array, dictionary: Dictionary): string {
  let text = common;
  let end = 0;
  for (let at = 0; at < packed.length; ) {
    const token = packed[at] ?? 0;
    at += 1;
    let length = token & TOKEN.length;
    if (length === TOKEN.length) {
      let more: number;
      do {
        more = packed[at] ?? 0;
        at += 1;
        length += more;
      } while (more === 255);
    }
    if (end + 2 * length + SHORTEST_HEX > text.length) {
      text = longer(text, end + 2 * length + SHORTEST_HEX);
    }
    switch (token & TOKEN.kinds) {
      case TOKEN.literal:
        for (const stop = at + length; at <= stop; at += 1) {
          text[end] = packed[at] ?? 0;
          end += 1;
        }
        break;
      case TOKEN.hex:
        for (const stop = at + length + SHORTEST_HEX / 2; at < stop; at += 1) {
          const byte = packed[at] ?? 0;
          text[end] = DIGITS[byte >>> 4] ?? 0;
          text[end + 1] = DIGITS[byte & 0xf] ?? 0;
          end += 2;
        }
        break;
      default: {
        const where = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
        at += 2;
        const isKnown = (token & TOKEN.kinds) === TOKEN.known;
        const from = isKnown ? dictionary.bytes : text;
        let source = isKnown ? where : end - where;
        // Byte by byte: what is repeated may overlap with what it becomes.
        for (const stop = end + length + SHORTEST_MATCH; end < stop; end += 1) {
          text[end] = from[source] ?? 0;
          source += 1;
        }
      }
    }
  }
  if (text.length <= LONGEST) common = text;
  return text.toString('utf8', 0, end);
}

function longer(text: Buffer, bytes: number): Buffer {
  const grown = Buffer.allocUnsafeSlow(Math.max(bytes, text.length * 2));
  grown.set(text);
  return grown;
}
