import { ESC } from './readEscape';

const M = 0x6d;

/** Takes `ESC [ … m` out of lines that have no other escapes. What is left stands in one buffer, until the next line. */
export class StyleStripper {
  bytes = new Uint8Array(4096);

  /** Returns how many of {@link bytes} are the line `[from, to)` without its styles. */
  strip(line: Uint8Array, from: number, to: number): number {
    if (to - from > this.bytes.length)
      this.bytes = new Uint8Array((to - from) * 2);
    const { bytes } = this;
    let length = 0;
    let at = from;
    while (at < to) {
      const byte = line[at] ?? 0;
      at += 1;
      if (byte === ESC) {
        while (at < to && line[at] !== M) at += 1;
        at += 1;
      } else {
        bytes[length] = byte;
        length += 1;
      }
    }
    return length;
  }
}
