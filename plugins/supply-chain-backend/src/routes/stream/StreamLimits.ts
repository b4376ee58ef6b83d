/** How many streams, polls and logs may be open at a time; whoever runs the backend may set it. */
export interface StreamLimits {
  /** A person's. */
  readonly each: number;
  /** Everybody's at this backend. */
  readonly all: number;
}

/**
 * A tab has one stream, and one more while its logs are open: 32 are sixteen tabs. Each holds a socket and some 100 KB: 2,000
 * are 200 MB.
 */
export const STREAM_LIMITS: StreamLimits = { each: 32, all: 2_000 };
