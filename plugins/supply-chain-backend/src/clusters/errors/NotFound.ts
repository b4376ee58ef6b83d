import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** The cluster has no such object. */
export class NotFound extends Error {
  readonly because = 'not-found';

  constructor(readonly asked: AskedFor) {
    super(`Not found: ${describeAsked(asked)}`);
    this.name = 'NotFound';
  }
}
