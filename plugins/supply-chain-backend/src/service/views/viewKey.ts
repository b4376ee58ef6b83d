import type { ViewTopic } from '../ViewTopic';
import { isManyTopic } from './isManyTopic';

/** Names the answer about a topic, whoever reads it. */
export function viewKey(topic: ViewTopic): string {
  if (topic.type === 'workloads') return '';
  if (isManyTopic(topic)) return JSON.stringify(topic);
  const { cluster, namespace, name } = topic.ref;
  const stage = topic.type === 'stage' ? topic.stage : '';
  return [topic.type, cluster, namespace, name, stage].join('\n');
}
