import type { Topic } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Caller } from '../../access/Caller';
import { etag } from '../../service/etag';
import { viewText } from '../../service/viewText';
import { toApiFailure } from '../toApiFailure';
import { readTopic } from './readTopic';
import type { TopicReaders } from './TopicReaders';
import type { TopicState } from './TopicState';

/** Reads topics as a caller. What cannot be read is a state as well: other topics go on. */
export class TopicReader {
  readonly #readers: TopicReaders;
  readonly #reportUnexpected: (error: unknown) => void;

  constructor(
    readers: TopicReaders,
    reportUnexpected: (error: unknown) => void,
  ) {
    this.#readers = readers;
    this.#reportUnexpected = reportUnexpected;
  }

  async read(topic: Topic, as: Caller): Promise<TopicState> {
    try {
      const view = await readTopic(topic, this.#readers, as);
      return { version: viewText(view).version, view };
    } catch (thrown) {
      const { error, unexpected } = toApiFailure(thrown);
      if (unexpected && !as.signal.aborted) this.#reportUnexpected(thrown);
      return { version: etag(JSON.stringify(error)), error };
    }
  }
}
