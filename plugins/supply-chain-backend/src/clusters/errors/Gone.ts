import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** The version or the list asked for is too old for the cluster to remember (410): list again. */
export class Gone extends Error {
  readonly because = 'gone';

  constructor(readonly asked: AskedFor) {
    super(`The version asked for is too old: ${describeAsked(asked)}`);
    this.name = 'Gone';
  }
}
