import { runKindOf } from '../../logs/runs/runKindOf';
import type { RunRef } from '../../logs/runs/RunRef';
import type { KindCopy } from '../../watch/KindCopy';
import { archivedKinds } from './archivedKinds';
import type { RunCopies } from './RunCopies';
import type { RunOwner } from './RunOwner';
import { scanKinds } from './scanKinds';

/** Whether a PipelineRun or a scan is known to go on: more TaskRuns of it may come. */
export function runGoesOn(
  { runs, scans }: Pick<RunCopies, 'runs' | 'scans'>,
  { cluster, namespace, name, resource, uid }: RunRef,
): boolean {
  const found = copyOf()?.get(namespace, name);
  if (!found || found.ended) return false;
  return uid === undefined || found.meta.uid === uid;

  function copyOf(): KindCopy<RunOwner> | undefined {
    const kind = runKindOf(resource);
    switch (kind) {
      case undefined:
      case 'TaskRun':
        return undefined;
      case 'PipelineRun':
        return runs.kind(cluster, archivedKinds.pipelineRun);
      default:
        return scans.kind(cluster, scanKinds[kind]);
    }
  }
}
