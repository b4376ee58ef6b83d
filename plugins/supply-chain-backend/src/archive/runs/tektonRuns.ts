import type { Clock } from '../../clock/Clock';
import { resourceName } from '../../clusters/resourceName';
import { clusterCopies } from '../../service/clusterCopies';
import type { LiveCopy } from '../../watch/LiveCopy';
import type { ToArchive } from '../ToArchive';
import { archivedKinds } from './archivedKinds';
import { runAtHand } from './runAtHand';

/** TaskRuns of Tekton, to be archived. Whose they are is known where workloads are, too. */
export function tektonRuns(
  copies: { readonly shown: LiveCopy; readonly runs: LiveCopy },
  clock: Pick<Clock, 'now'>,
): ToArchive {
  const { shown, runs } = copies;
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
        ...Object.values(archivedKinds).map(kind => runs.kind(cluster, kind)),
      ].every(({ health }) => ['fresh', 'absent'].includes(health.state)),
    uid: ({ cluster, namespace, name }) =>
      runs.kind(cluster, archivedKinds.taskRun).get(namespace, name)?.meta.uid,
    find: ref => runAtHand(copies, clock.now(), ref),
    onChange(listener) {
      const ends = [
        runs.onChange(listener),
        shown.onChange(change => {
          if (change.what === 'health') listener(change);
        }),
      ];
      return () => ends.forEach(end => end());
    },
    touch: () => runs.touch(),
  };
}
