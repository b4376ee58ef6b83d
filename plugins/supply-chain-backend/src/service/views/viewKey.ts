import type { ViewTopic } from '../ViewTopic';

/** Names the answer about a topic, whoever reads it. Lists have none: each reader has another. */
export function viewKey(
  topic: Exclude<ViewTopic, { type: 'workloads' }>,
): string {
  const { cluster, namespace, name } = topic.ref;
  const stage = topic.type === 'stage' ? topic.stage : '';
  return [topic.type, cluster, namespace, name, stage].join('\n');
}
