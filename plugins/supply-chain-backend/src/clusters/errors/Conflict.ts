import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** The object is no longer as the patch expected it. */
export class Conflict extends Error {
  readonly because = 'conflict';

  constructor(readonly asked: AskedFor) {
    super(`The object has changed meanwhile: ${describeAsked(asked)}`);
    this.name = 'Conflict';
  }
}
