import type { ByteNeedle } from './ByteNeedle';
import { ESC } from './readEscape';
import type { SpecialBytes } from './SpecialBytes';

const M = 0x6d;

/**
 * Whether a text may stand in the line `[from, to)` with a style in its midst, so that it is not found in the bytes as
 * they are: what stands before and behind the style has to follow each other in the text. For lines that have no other
 * escapes. `special` looks at the same bytes, four at a time.
 */
export function mayReachOverStyle(
  bytes: Uint8Array,
  special: SpecialBytes,
  from: number,
  to: number,
  needle: ByteNeedle,
): boolean {
  let at = from;
  for (;;) {
    at = special.next(at);
    if (at >= to) return false;
    if (bytes[at] !== ESC) {
      at += 1;
      continue;
    }
    const before = at > from ? bytes[at - 1] ?? 0 : undefined;
    while (at < to && bytes[at] === ESC) {
      while (at < to && bytes[at] !== M) at += 1;
      at += 1;
    }
    if (before === undefined || at >= to) continue;
    if (needle.hasPair(before, bytes[at] ?? 0)) return true;
  }
}
