import type {
  StreamMessage,
  Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveTopic } from './LiveTopic';

/** The two ways to hear of changes. */
export interface LiveTransport {
  stream(
    topics: readonly Topic[],
    signal: AbortSignal,
  ): AsyncIterable<StreamMessage>;

  /** The view as it is now; undefined when it still is the one of `version`. */
  poll(
    topic: LiveTopic,
    version: string | undefined,
    signal: AbortSignal,
  ): Promise<{ view: unknown; version: string | undefined } | undefined>;
}
