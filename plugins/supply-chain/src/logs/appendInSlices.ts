import type { LogBuffer } from './engine/LogBuffer';

/** Bytes between two looks at the clock: about a millisecond. */
const PIECE = 1024 * 1024;

/** ms of work before the browser gets its turn: half a frame, so that the other half is for drawing. */
const SLICE = 8;

export type SliceDeps = {
  now: () => number;
  soon: (then: () => void) => () => void;
};

/**
 * Appends many bytes at once without holding up the page. They are kept, not copied: do not change them afterwards.
 * `onSlice` after each slice. Resolves when all are there, or when aborted.
 */
export async function appendInSlices(
  buffer: LogBuffer,
  bytes: Uint8Array,
  { now, soon }: SliceDeps,
  signal: AbortSignal,
  onSlice: () => void,
): Promise<void> {
  for (let at = 0; at < bytes.length && !signal.aborted; ) {
    const until = now() + SLICE;
    do {
      buffer.append(bytes.subarray(at, at + PIECE));
      at += PIECE;
    } while (at < bytes.length && now() < until);
    onSlice();
    if (at < bytes.length) await new Promise<void>(done => void soon(done));
  }
}
