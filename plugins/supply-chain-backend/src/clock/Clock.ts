/** Time as it is given to everything here that waits or dates; tests hold one that they move by hand. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason, and leaves no timer behind, when the signal aborts first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
