const NEWLINE = 0x0a;

/**
 * Bytes as they arrive -> whole lines without their newline. What follows the last newline is dropped: a line that was
 * cut off is no line. Throws what `tooLong` makes for a line of more than `longest` bytes.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
  tooLong: () => Error,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
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
      yield decoder.decode(begun.length === 1 ? part : Buffer.concat(begun));
      begun = [];
      begunBytes = 0;
      from = to + 1;
    }
  }
}
