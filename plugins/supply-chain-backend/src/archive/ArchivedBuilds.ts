import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RunRef } from '../logs/runs/RunRef';
import type { ArchivedBuild, BuildKey } from './ArchivedBuild';
import type { ArchivedLog } from './ArchivedLog';

/** What the archive knows of builds, also of those that kpack has deleted. Knows no permissions: ask `Sight.sees` of each subject. */
export interface ArchivedBuilds {
  find(key: BuildKey, signal: AbortSignal): Promise<ArchivedBuild | undefined>;
  /** The newest one of its kind that had this name. */
  named(
    build: ObjectRef & Pick<ArchivedBuild, 'resource'>,
    signal: AbortSignal,
  ): Promise<ArchivedBuild | undefined>;
  /** Of a kpack Image, the newest first; those with these names, which are known without an archive, left out. */
  ofImage(
    image: ObjectRef,
    signal: AbortSignal,
    without?: readonly string[],
  ): Promise<readonly ArchivedBuild[]>;
  /** The TaskRuns of a PipelineRun or a scan: of the one with this uid, without one of the last that had the name. */
  parts(whole: RunRef, signal: AbortSignal): Promise<readonly ArchivedBuild[]>;
  /** What is known of each of its logs, in no particular order. */
  logs(key: BuildKey, signal: AbortSignal): Promise<readonly ArchivedLog[]>;
}
