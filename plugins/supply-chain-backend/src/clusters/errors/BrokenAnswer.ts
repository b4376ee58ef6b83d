import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** What the cluster answered cannot be read as what was asked for; nothing of it was used. */
export class BrokenAnswer extends Error {
  readonly because = 'broken-answer';

  constructor(readonly asked: AskedFor) {
    super(`The answer could not be read: ${describeAsked(asked)}`);
    this.name = 'BrokenAnswer';
  }
}
