import type { ManyTopic, ViewTopic } from '../ViewTopic';

const MANY: ReadonlySet<ViewTopic['type']> = new Set<ManyTopic['type']>([
  'workloads',
  'builders',
  'builder',
  'images',
]);

/** Whether the answer is made of many things; none such is kept among the views. */
export function isManyTopic(topic: ViewTopic): topic is ManyTopic {
  return MANY.has(topic.type);
}
