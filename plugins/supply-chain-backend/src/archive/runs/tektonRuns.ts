import type { Clock } from '../../clock/Clock';
import { resourceName } from '../../clusters/resourceName';
import { clusterCopies } from '../../service/clusterCopies';
import type { CopyChange } from '../../watch/CopyChange';
import type { WatchedKind } from '../../watch/WatchedKind';
import type { ToArchive } from '../ToArchive';
import { archivedKinds } from './archivedKinds';
import { runAtHand } from './runAtHand';
import type { RunCopies } from './RunCopies';
import { scanKinds } from './scanKinds';

/** TaskRuns of Tekton, to be archived. Whose they are is known where workloads are, too, and where scans are. */
export function tektonRuns(
  copies: RunCopies,
  clock: Pick<Clock, 'now'>,
): ToArchive {
  const { shown, runs, scans } = copies;
  const kinds: readonly WatchedKind<unknown>[] = Object.values(archivedKinds);
  return {
    resource: resourceName(archivedKinds.taskRun.resource),
    pods: {
      resource: resourceName(archivedKinds.pod.resource),
      index: 'run',
    },
    clusters: () => runs.clusters().map(({ name }) => name),
    // Kinds that a cluster does not have tell all that there is to tell.
    isKnown: cluster =>
      [
        clusterCopies(shown, cluster).workload,
        ...kinds.map(kind => runs.kind(cluster, kind)),
      ].every(({ health }) => ['fresh', 'absent'].includes(health.state)) &&
      // Of those that are refused nothing else depends.
      (scans.clusters().length === 0 ||
        Object.values(scanKinds).every(
          kind => scans.kind(cluster, kind).health.state !== 'loading',
        )),
    uid: ({ cluster, namespace, name }) =>
      runs.kind(cluster, archivedKinds.taskRun).get(namespace, name)?.meta.uid,
    find: ref => runAtHand(copies, clock.now(), ref),
    onChange(listener) {
      const heard = (change: CopyChange) => {
        if (change.what === 'health') listener(change);
      };
      const ends = [
        runs.onChange(listener),
        ...[shown, scans].map(copy => copy.onChange(heard)),
      ];
      return () => ends.forEach(end => end());
    },
    touch() {
      runs.touch();
      // Awake once a run of a scan was looked at.
      if (scans.clusters().length > 0) scans.touch();
    },
  };
}
