import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** The cluster asks us to slow down (429, or 503/504 with Retry-After). */
export class TooManyRequests extends Error {
  readonly because = 'too-many-requests';

  constructor(
    readonly asked: AskedFor,
    /** As the cluster said it; absent when it did not say. */
    readonly retryAfterMs: number | undefined,
  ) {
    super(`The cluster asks to wait: ${describeAsked(asked)}`);
    this.name = 'TooManyRequests';
  }
}
