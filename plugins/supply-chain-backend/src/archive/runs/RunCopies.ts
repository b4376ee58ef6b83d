import type { LiveCopy } from '../../watch/LiveCopy';

/** What is known of runs, and whose they are. */
export interface RunCopies {
  /** Of what is always shown: workloads. */
  readonly shown: LiveCopy;
  /** Of `archivedKinds`. */
  readonly runs: LiveCopy;
  /** Of `scanKinds`: asleep until a run of a scan is looked at. */
  readonly scans: LiveCopy;
}
