import type { LogBuffer } from './engine/LogBuffer';

/**
 * Bytes between two looks at the clock: about a millisecond. The first pieces are smaller: the engine compiles for what it
 * has seen, and what it has not seen in them, such as the end of a piece, it compiles for twice.
 */
const PIECE = 1024 * 1024;
const FIRST_PIECE = 4 * 1024;

/** ms of work before the browser gets its turn: most of a frame. The rest is for whoever scrolls meanwhile. */
const SLICE = 12;

/**
 * ms until it is told again that there is more. The first rows are told of at once; the others only make the scroll bar
 * longer, and to draw that in every frame would take as long as all the rest.
 */
const TELL_EVERY = 100;

export type SliceDeps = {
  now: () => number;
  soon: (then: () => void) => () => void;
};

/**
 * Appends many bytes at once without holding up the page. They are kept, not copied: do not change them afterwards.
 * `onMore` when the first are there, from time to time, and when all are there. Resolves then, or when aborted.
 */
export async function appendInSlices(
  buffer: LogBuffer,
  bytes: Uint8Array,
  { now, soon }: SliceDeps,
  signal: AbortSignal,
  onMore: () => void,
): Promise<void> {
  let piece = buffer.byteLength === 0 ? FIRST_PIECE : PIECE;
  let told = -Infinity;
  for (let at = 0; at < bytes.length && !signal.aborted; ) {
    const until = now() + SLICE;
    do {
      buffer.append(bytes.subarray(at, at + piece));
      at += piece;
      piece = Math.min(piece * 2, PIECE);
    } while (at < bytes.length && now() < until);
    if (at >= bytes.length || now() - told >= TELL_EVERY) {
      told = now();
      onMore();
    }
    if (at < bytes.length) await new Promise<void>(done => void soon(done));
  }
}
