import { lineTime, LONGEST_TIME } from './lineTime';

const NEWLINE = 0x0a;
const NOTHING = new Uint8Array(0);

/** A log as the container wrote it: the bytes of one with timestamps, without them. Byte for byte what `kubectl logs` gives. */
export async function* withoutTimes(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  /** The beginning of a line, until enough of it is there to tell its time from its text. */
  let begun: Uint8Array = NOTHING;
  let isInside = false;
  for await (const chunk of bytes) {
    const parts: Uint8Array[] = [];
    let rest: Uint8Array =
      begun.length > 0 ? Buffer.concat([begun, chunk]) : chunk;
    begun = NOTHING;
    while (rest.length > 0) {
      const newline = rest.indexOf(NEWLINE);
      const isWhole = newline >= 0;
      if (!isInside && !isWhole && rest.length < LONGEST_TIME) {
        begun = rest;
        break;
      }
      const end = isWhole ? newline + 1 : rest.length;
      parts.push(
        isInside ? rest.subarray(0, end) : text(rest.subarray(0, end)),
      );
      isInside = !isWhole;
      rest = rest.subarray(end);
    }
    if (parts.length > 0) yield Buffer.concat(parts);
  }
  if (begun.length > 0) yield text(begun);
}

function text(line: Uint8Array): Uint8Array {
  const time = lineTime(line);
  return time === undefined ? line : line.subarray(time.length + 1);
}
