import type { ArchivedBuild } from './ArchivedBuild';
import type { ArchivedLog } from './ArchivedLog';

/** A build with what is known of its logs. */
export interface KeptBuild {
  readonly build: ArchivedBuild;
  readonly logs: readonly ArchivedLog[];
  /** Where the log of each step is, of what is kept in parts: `uid` of the part, and what the step is called there. */
  readonly places?:
    | ReadonlyMap<string, { readonly uid: string; readonly container: string }>
    | undefined;
}
