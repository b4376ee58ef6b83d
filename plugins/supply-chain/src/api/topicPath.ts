import {
  apiPaths,
  assertNever,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveTopic } from './LiveTopic';
import { querySearch } from './querySearch';

/** Where the same view can be had by GET. */
export function topicPath(topic: LiveTopic): string {
  switch (topic.type) {
    case 'workloads':
      return `${apiPaths.workloads()}${querySearch(topic.query)}`;
    case 'workload':
      return apiPaths.workload(topic.ref);
    case 'stage':
      return apiPaths.stage(topic.ref, topic.stage);
    case 'delivery':
      return apiPaths.delivery(topic.ref);
    case 'builds':
      return apiPaths.builds(topic.ref);
    case 'build':
      return apiPaths.build(topic.ref);
    case 'builders':
      return `${apiPaths.builders()}${querySearch(topic.query)}`;
    case 'builder':
      return apiPaths.builder(topic.ref);
    case 'images':
      return `${apiPaths.images()}${querySearch(topic.query)}`;
    case 'image':
      return apiPaths.image(topic.ref);
    default:
      return assertNever(topic);
  }
}
