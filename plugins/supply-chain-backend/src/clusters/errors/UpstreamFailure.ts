import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** The cluster answered with an error that none of the other types names. */
export class UpstreamFailure extends Error {
  readonly because = 'upstream-failure';

  constructor(readonly asked: AskedFor, readonly status: number) {
    super(`The cluster answered ${status}: ${describeAsked(asked)}`);
    this.name = 'UpstreamFailure';
  }
}
