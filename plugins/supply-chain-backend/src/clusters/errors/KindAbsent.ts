import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** The cluster does not know this kind: its CRD is not installed. */
export class KindAbsent extends Error {
  readonly because = 'kind-absent';

  constructor(readonly asked: AskedFor) {
    super(`The cluster does not know this kind: ${describeAsked(asked)}`);
    this.name = 'KindAbsent';
  }
}
