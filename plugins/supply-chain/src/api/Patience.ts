import type { LiveEnvironment } from './LiveEnvironment';

/** ms, first and longest wait between two attempts; doubled in between, each with jitter. */
const WAIT = { from: 500, to: 30_000 } as const;

/** How long to wait before the next attempt: longer with each that brought nothing. */
export class Patience {
  private failures = 0;

  constructor(private readonly environment: Pick<LiveEnvironment, 'random'>) {}

  /** ms. */
  next(): number {
    const full = Math.min(WAIT.to, WAIT.from * 2 ** this.failures);
    this.failures += 1;
    return full / 2 + (full / 2) * this.environment.random();
  }

  /** ms; none for the first in a row. */
  afterFirst(): number {
    if (this.failures > 0) return this.next();
    this.failures = 1;
    return 0;
  }

  /** An attempt has worked. */
  restore(): void {
    this.failures = 0;
  }
}
