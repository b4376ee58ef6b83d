import {
  assertNever,
  buildersQuerySchema,
  imagesQuerySchema,
  workloadsQuerySchema,
  type Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Caller } from '../../access/Caller';
import type { TopicReaders } from './TopicReaders';

/** The view of a topic: what the GET of the same name answers. */
export function readTopic(
  topic: Topic,
  { reader, builders, images }: TopicReaders,
  as: Caller,
): Promise<object> {
  switch (topic.type) {
    case 'workloads':
      return reader.workloads(workloadsQuerySchema.parse(topic.query), as);
    case 'workload':
      return reader.workload(topic.ref, as);
    case 'stage':
      return reader.stage(topic.ref, topic.stage, as);
    case 'delivery':
      return reader.delivery(topic.ref, as);
    case 'builds':
      return reader.builds(topic.ref, as);
    case 'build':
      return reader.build(topic.ref, as);
    case 'builders':
      return builders.builders(buildersQuerySchema.parse(topic.query), as);
    case 'builder':
      return builders.builder(topic.ref, as);
    case 'images':
      return images.images(imagesQuerySchema.parse(topic.query), as);
    case 'image':
      return images.image(topic.ref, as);
    default:
      return assertNever(topic);
  }
}
