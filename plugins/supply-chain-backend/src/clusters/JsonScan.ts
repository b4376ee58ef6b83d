import { JSON_BYTE } from './JSON_BYTE';

const { quote, backslash, openList, closeList, openObject, closeObject } =
  JSON_BYTE;

/**
 * Finds where one JSON value ends without parsing it: only strings and brackets are told apart. Goes on over any number of
 * chunks. A value that is no JSON but has its quotes and brackets in pairs ends where it should, too.
 */
export class JsonScan {
  #depth = 0;
  #inString = false;
  /** The last byte was a backslash of a string: what it hides is in the next chunk. */
  #escaped = false;

  /**
   * `from` is the value's first byte, or the first of a further chunk. Returns the position behind the value's last byte;
   * -1 when it goes on beyond the chunk. Only for values in brackets or quotes.
   */
  end(chunk: Uint8Array, from: number): number {
    const { length } = chunk;
    let at = from;
    let depth = this.#depth;
    let inString = this.#inString;
    if (this.#escaped && at < length) {
      this.#escaped = false;
      at += 1;
    }
    while (at < length) {
      if (!inString) {
        const byte = chunk[at];
        at += 1;
        if (byte === quote) {
          inString = true;
        } else if (byte === openObject || byte === openList) {
          depth += 1;
        } else if (byte === closeObject || byte === closeList) {
          depth -= 1;
          if (depth <= 0) return at;
        }
      } else {
        // Most bytes are in strings: this loop is what scanning costs.
        let byte: number | undefined;
        do {
          byte = chunk[at];
          at += byte === backslash ? 2 : 1;
        } while (byte !== quote && at < length);
        inString = byte !== quote;
        if (!inString && depth === 0) return at;
      }
    }
    this.#depth = depth;
    this.#inString = inString;
    if (at > length) this.#escaped = true;
    return -1;
  }
}
