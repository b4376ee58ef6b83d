import type { WorkloadIdentity } from './WorkloadIdentity';

/** Who owns which workload. The permission rule IS_ENTITY_OWNER and the filter `owner` of the list ask it. */
export interface WorkloadOwners {
  /**
   * A function that tells the owners of a workload, as entity references (`group:default/shop`). Called at most once a
   * request; keep what is expensive. The function must not throw: it is called for every row of a list.
   */
  load(
    signal: AbortSignal,
  ): Promise<(workload: WorkloadIdentity) => readonly string[]>;
}
