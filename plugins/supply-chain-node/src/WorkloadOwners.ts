import type { OwnersQuestion } from './OwnersQuestion';
import type { WorkloadIdentity } from './WorkloadIdentity';

/** Who owns which workload. The permission rule IS_ENTITY_OWNER and the filter `owner` of the list ask it. */
export interface WorkloadOwners {
  /**
   * A function that tells the owners of a workload, as entity references (`group:default/shop`). Called at most once a
   * request; keep what is expensive. The function must not throw: it is called for every row of a list. Reject when
   * the owners cannot be known: the request then fails, as no condition about owners can be decided.
   *
   * @param question - Who asks, and about which owners; absent when the permission backend asks for all of them.
   */
  load(
    signal: AbortSignal,
    question?: OwnersQuestion,
  ): Promise<(workload: WorkloadIdentity) => readonly string[]>;
}
