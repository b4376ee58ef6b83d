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
    let at = from;
    let depth = this.#depth;
    let inString = this.#inString;
    if (this.#escaped && at < chunk.length) {
      this.#escaped = false;
      at += 1;
    }
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (inString) {
        if (byte === backslash) {
          at += 1;
        } else if (byte === quote) {
          inString = false;
          if (depth === 0) return at + 1;
        }
      } else if (byte === quote) {
        inString = true;
      } else if (byte === openObject || byte === openList) {
        depth += 1;
      } else if (byte === closeObject || byte === closeList) {
        depth -= 1;
        if (depth <= 0) return at + 1;
      }
    }
    this.#depth = depth;
    this.#inString = inString;
    if (at > chunk.length) this.#escaped = true;
    return -1;
  }
}
