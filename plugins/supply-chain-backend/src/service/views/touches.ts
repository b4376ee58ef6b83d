import type { ViewTopic } from '../ViewTopic';
import type { CopyChange } from '../../watch/CopyChange';

/**
 * Whether a change of the copy may change the view of a topic. Too often yes costs a derivation whose version is the old
 * one; a wrong no would leave a page behind. A workload's delivery may be on another cluster, never in another namespace.
 */
export function touches(change: CopyChange, topic: ViewTopic): boolean {
  if (topic.type === 'workloads' || change.what !== 'objects') return true;
  const inNamespace = `${topic.ref.namespace}/`;
  return change.keys.some(
    key => key.startsWith(inNamespace) || !key.includes('/'),
  );
}
