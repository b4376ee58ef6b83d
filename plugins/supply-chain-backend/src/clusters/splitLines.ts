const NEWLINE = 0x0a;

/**
 * Bytes as they arrive -> whole lines without their newline. What follows the last newline is dropped: a line that was
 * cut off is no line. Throws what `tooLong` makes for a line of more than `longest` bytes.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
  tooLong: () => Error,
): AsyncGenerator<Buffer> {
  let begun: Uint8Array[] = [];
  let begunBytes = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (;;) {
      const to = chunk.indexOf(NEWLINE, from);
      const part = chunk.subarray(from, to === -1 ? chunk.length : to);
      begunBytes += part.length;
      if (begunBytes > longest) throw tooLong();
      begun.push(part);
      if (to === -1) break;
      yield begun.length === 1
        ? Buffer.from(part.buffer, part.byteOffset, part.length)
        : Buffer.concat(begun);
      begun = [];
      begunBytes = 0;
      from = to + 1;
    }
  }
}
