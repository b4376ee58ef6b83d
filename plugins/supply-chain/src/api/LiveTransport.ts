import type {
  StreamMessage,
  Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The two ways to hear of changes. Both throw SupplyChainErrors, but what an abort throws. */
export interface LiveTransport {
  stream(
    topics: readonly Topic[],
    signal: AbortSignal,
  ): AsyncIterable<StreamMessage>;

  /** The messages of a stream in one answer: when there is news for the cursors, else after `wait` ms. */
  poll(
    topics: readonly Topic[],
    wait: number,
    signal: AbortSignal,
  ): Promise<readonly StreamMessage[]>;
}
