import type { TimeShift } from './moveInstant.ts';

const NANOS_PER_SECOND = 1_000_000_000n;

/** Moves by whole seconds, so that instants with and without a fraction keep their order to each other. */
export function timeShift(from: number, to: number): TimeShift {
  const seconds = BigInt(Math.floor((to - from) / 1000));
  return nanos => nanos + seconds * NANOS_PER_SECOND;
}
