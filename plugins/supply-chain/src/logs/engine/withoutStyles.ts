import { ESC } from './readEscape';

const M = 0x6d;

/**
 * The bytes `[from, to)` of a line without its `ESC [ … m`; it must have no other escapes. The answer is a window of a
 * buffer that the next call fills again.
 */
export function withoutStyles(
  bytes: Uint8Array,
  from: number,
  to: number,
): Uint8Array {
  if (to - from > scratch.length) scratch = new Uint8Array((to - from) * 2);
  let length = 0;
  let at = from;
  while (at < to) {
    const byte = bytes[at] ?? 0;
    if (byte === ESC) {
      while (at < to && bytes[at] !== M) at += 1;
    } else {
      scratch[length] = byte;
      length += 1;
    }
    at += 1;
  }
  return scratch.subarray(0, length);
}

let scratch = new Uint8Array(4096);
