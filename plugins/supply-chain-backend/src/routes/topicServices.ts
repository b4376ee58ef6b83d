import type { Caller } from '../access/Caller';
import type { RouteServices } from './RouteServices';
import { TopicReader } from './stream/TopicReader';
import type { TopicServices } from './stream/TopicServices';

/** What `/stream` and `/poll` share: the same topics, permissions and words. */
export function topicServices(
  { builders, changesOf, images, logger, mayRead, reader }: RouteServices,
  as: Caller,
): TopicServices {
  const topicReader = new TopicReader({ reader, builders, images }, error =>
    logger.error(
      'A topic of a stream failed',
      error instanceof Error ? error : new Error(String(error)),
    ),
  );
  return { changes: changesOf(as), mayRead, topicReader };
}
