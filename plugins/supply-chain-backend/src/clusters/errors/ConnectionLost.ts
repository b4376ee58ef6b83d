import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** The connection broke, or fell silent for too long, while the cluster was answering. */
export class ConnectionLost extends Error {
  readonly because = 'connection-lost';

  constructor(readonly asked: AskedFor) {
    super(`The connection was lost: ${describeAsked(asked)}`);
    this.name = 'ConnectionLost';
  }
}
