/** The same bytes in pieces of this size, the last one shorter. Whoever left the iteration early has closed `bytes`. */
export async function* inPieces(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (let chunk of bytes) {
    while (length + chunk.length >= size) {
      const taken = size - length;
      yield Buffer.concat([...held, chunk.subarray(0, taken)]);
      chunk = chunk.subarray(taken);
      held = [];
      length = 0;
    }
    if (chunk.length > 0) {
      held.push(chunk);
      length += chunk.length;
    }
  }
  if (length > 0) yield Buffer.concat(held);
}
