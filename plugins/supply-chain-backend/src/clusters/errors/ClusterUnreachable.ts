import type { AskedFor } from './AskedFor';
import { describeAsked } from './describeAsked';

/** No answer from the cluster, or from the kubernetes plugin in front of it. */
export class ClusterUnreachable extends Error {
  readonly because = 'unreachable';

  constructor(
    readonly asked: AskedFor,
    /** The first failure after the last answer of this cluster. */
    readonly since: Date,
  ) {
    super(
      `Cluster ${
        asked.cluster
      } has not answered since ${since.toISOString()}: ${describeAsked(asked)}`,
    );
    this.name = 'ClusterUnreachable';
  }

  get cluster(): string {
    return this.asked.cluster;
  }
}
