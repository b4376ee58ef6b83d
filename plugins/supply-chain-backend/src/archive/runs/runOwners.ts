import { clusterCopies } from '../../service/clusterCopies';
import type { KindCopy } from '../../watch/KindCopy';
import { archivedKinds } from './archivedKinds';
import type { RunCopies } from './RunCopies';
import type { RunOwner } from './RunOwner';
import { scanKinds } from './scanKinds';

/** What may own a run of a cluster, by its kind. */
export function runOwners({ shown, runs, scans }: RunCopies, cluster: string) {
  const scan = (kind: keyof typeof scanKinds): Owners<RunOwner> => {
    const copy = scans.kind(cluster, scanKinds[kind]);
    return {
      get health() {
        return copy.health;
      },
      get(namespace, name) {
        scans.touch();
        return copy.get(namespace, name);
      },
    };
  };
  return {
    Workload: clusterCopies(shown, cluster).workload,
    Runnable: runs.kind(cluster, archivedKinds.runnable),
    PipelineRun: runs.kind(cluster, archivedKinds.pipelineRun),
    SourceScan: scan('SourceScan'),
    ImageScan: scan('ImageScan'),
    ImageVulnerabilityScan: scan('ImageVulnerabilityScan'),
  };
}

type Owners<T> = Pick<KindCopy<T>, 'get' | 'health'>;
