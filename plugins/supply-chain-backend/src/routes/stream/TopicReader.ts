import type { Topic } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Caller } from '../../access/Caller';
import { etag } from '../../service/etag';
import type { SupplyChainReader } from '../../service/SupplyChainReader';
import { viewText } from '../../service/viewText';
import { toApiFailure } from '../toApiFailure';
import { readTopic } from './readTopic';
import type { TopicState } from './TopicState';

/** Reads topics as a caller. What cannot be read is a state as well: other topics go on. */
export class TopicReader {
  readonly #reader: SupplyChainReader<Caller>;
  readonly #reportUnexpected: (error: unknown) => void;

  constructor(
    reader: SupplyChainReader<Caller>,
    reportUnexpected: (error: unknown) => void,
  ) {
    this.#reader = reader;
    this.#reportUnexpected = reportUnexpected;
  }

  async read(topic: Topic, as: Caller): Promise<TopicState> {
    try {
      const view = await readTopic(topic, this.#reader, as);
      return { version: viewText(view).version, view };
    } catch (thrown) {
      const { error, unexpected } = toApiFailure(thrown);
      if (unexpected && !as.signal.aborted) this.#reportUnexpected(thrown);
      return { version: etag(JSON.stringify(error)), error };
    }
  }
}
