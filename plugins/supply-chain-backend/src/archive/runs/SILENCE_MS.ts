/**
 * Milliseconds without a word of four watches until a cluster is asked whether it is there: each has a bookmark a minute, so
 * that one that is quiet is never asked. Nobody looks at what is known of runs here, and the copy of workloads asks sooner.
 */
export const SILENCE_MS = 150_000;
