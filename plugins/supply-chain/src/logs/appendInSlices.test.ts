import { appendInSlices } from './appendInSlices';
import { LogBuffer } from './engine/LogBuffer';

const MEBIBYTE = 1024 * 1024;

/** Each look at the clock costs 3 ms; the browser has its turn at once. */
function slowClock() {
  let time = 0;
  let turns = 0;
  return {
    now: () => (time += 3),
    soon: (then: () => void) => {
      turns += 1;
      queueMicrotask(then);
      return () => {};
    },
    turns: () => turns,
  };
}

const lines = (bytes: number) =>
  new TextEncoder().encode('a line of 16 by\n'.repeat(bytes / 16));

describe('appendInSlices', () => {
  it('appends all, and lets the browser have its turn between', async () => {
    const buffer = new LogBuffer();
    const clock = slowClock();
    const seen: number[] = [];
    await appendInSlices(
      buffer,
      lines(8 * MEBIBYTE),
      clock,
      new AbortController().signal,
      () => seen.push(buffer.completeLines),
    );
    expect(buffer.completeLines).toBe((8 * MEBIBYTE) / 16);
    expect(clock.turns()).toBeGreaterThan(1);
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBeLessThan(buffer.completeLines);
    expect(seen[1]).toBe(buffer.completeLines);
  });

  it('tells again from time to time that there is more', async () => {
    const buffer = new LogBuffer();
    let time = 0;
    const seen: number[] = [];
    await appendInSlices(
      buffer,
      lines(20 * MEBIBYTE),
      // A piece a slice, of 30 ms each.
      { ...slowClock(), now: () => (time += 15) },
      new AbortController().signal,
      () => seen.push(buffer.completeLines),
    );
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.length).toBeLessThan(15);
    expect(seen.at(-1)).toBe(buffer.completeLines);
  });

  it('stops when nobody wants it any more', async () => {
    const buffer = new LogBuffer();
    const aborter = new AbortController();
    await appendInSlices(
      buffer,
      lines(8 * MEBIBYTE),
      slowClock(),
      aborter.signal,
      () => aborter.abort(),
    );
    expect(buffer.byteLength).toBeLessThan(8 * MEBIBYTE);
  });
});
