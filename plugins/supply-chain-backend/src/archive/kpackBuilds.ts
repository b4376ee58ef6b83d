import type { Clock } from '../clock/Clock';
import { resourceName } from '../clusters/resourceName';
import { clusterCopies } from '../service/clusterCopies';
import { watchedKinds } from '../service/watchedKinds';
import type { LiveCopy } from '../watch/LiveCopy';
import { buildAtHand } from './buildAtHand';
import type { ToArchive } from './ToArchive';

/** Builds of kpack, to be archived. */
export function kpackBuilds(
  copy: LiveCopy,
  clock: Pick<Clock, 'now'>,
): ToArchive {
  return {
    resource: resourceName(watchedKinds.build.resource),
    pods: {
      resource: resourceName(watchedKinds.pod.resource),
      index: 'build',
    },
    clusters: () => copy.clusters().map(({ name }) => name),
    isKnown(cluster) {
      const { build, pod } = clusterCopies(copy, cluster);
      return [build, pod].every(({ health }) => health.state === 'fresh');
    },
    uid: ({ cluster, namespace, name }) =>
      clusterCopies(copy, cluster).build.get(namespace, name)?.meta.uid,
    find: ref => buildAtHand(copy, clock.now(), ref),
    onChange: listener => copy.onChange(listener),
    touch: () => copy.touch(),
  };
}
