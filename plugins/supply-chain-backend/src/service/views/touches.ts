import { resourceName } from '../../clusters/resourceName';
import type { CopyChange } from '../../watch/CopyChange';
import type { ViewTopic } from '../ViewTopic';
import { watchedKinds } from '../watchedKinds';
import { isManyTopic } from './isManyTopic';

/** What no list of images and no builder is made from. */
const NOT_OF_IMAGES: ReadonlySet<string> = new Set(
  [watchedKinds.deliverable, watchedKinds.supplyChain].map(({ resource }) =>
    resourceName(resource),
  ),
);

/**
 * Whether a change of the copy may change the view of a topic. Too often yes costs a derivation whose version is the old
 * one; a wrong no would leave a page behind. A workload's delivery may be on another cluster, never in another namespace.
 */
export function touches(change: CopyChange, topic: ViewTopic): boolean {
  if (topic.type === 'workloads' || change.what !== 'objects') return true;
  if (isManyTopic(topic)) return !NOT_OF_IMAGES.has(change.resource);
  const inNamespace = `${topic.ref.namespace}/`;
  return change.keys.some(
    key => key.startsWith(inNamespace) || !key.includes('/'),
  );
}
