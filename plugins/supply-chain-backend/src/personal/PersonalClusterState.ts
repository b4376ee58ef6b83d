import type { ClusterState } from '../watch/ClusterState';

/** A cluster that wants each person's own token. */
export type PersonalClusterState = ClusterState & {
  readonly authProvider: string;
};
