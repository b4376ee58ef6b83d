import type { Topic } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ViewTopic } from '../../service/ViewTopic';

/** The answer that a topic is about, without what only its reader cares for. */
export function viewTopicOf({ id: _, cursor: __, ...about }: Topic): ViewTopic {
  return about;
}
