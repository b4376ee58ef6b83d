import type { FaultKnobs } from '../faults/FaultKnobs.ts';
import type { ServerMetrics } from '../http/ServerMetrics.ts';
import type { RbacAuthorizer } from '../rbac/RbacAuthorizer.ts';
import type { User } from '../rbac/User.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { Clock } from '../state/Clock.ts';

/** What every request handler of one server works with. */
export interface ApiContext {
  readonly state: ClusterState;
  readonly clock: Clock;
  readonly faults: FaultKnobs;
  readonly authorizer: RbacAuthorizer;
  readonly metrics: ServerMetrics;
  readonly users: ReadonlyMap<string, User>;
  /** Between bookmarks of a watch that asked for them. */
  readonly bookmarkMs: number;
  /** 0 to 1, for what the API server leaves to chance. */
  readonly random: () => number;
}
