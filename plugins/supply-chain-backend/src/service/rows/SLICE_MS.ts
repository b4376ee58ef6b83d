/**
 * Milliseconds of deriving without a break: so long anybody else waits for an answer. With the parsing of lists, which takes
 * its own breaks, it stays below 50 ms.
 */
export const SLICE_MS = 10;
