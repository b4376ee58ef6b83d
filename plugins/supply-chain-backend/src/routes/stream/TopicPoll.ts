import type {
  StreamMessage,
  Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Caller } from '../../access/Caller';
import type { Clock } from '../../clock/Clock';
import { Dirty } from '../../clock/Dirty';
import type { TopicServices } from './TopicServices';
import type { TopicState } from './TopicState';
import { ToldTopic } from './ToldTopic';
import { COALESCE_MS } from './TopicStream';
import { viewTopicOf } from './viewTopicOf';

interface TopicPollOptions extends TopicServices {
  readonly topics: readonly Topic[];
  readonly clock: Clock;
}

/** The messages of a stream in one answer: as soon as there is news for the cursors given, else when the time is over. */
export class TopicPoll {
  readonly #options: TopicPollOptions;

  constructor(options: TopicPollOptions) {
    this.#options = options;
  }

  /** Nothing when the caller has left. */
  async run(
    as: Caller,
    waitMs: number,
    shutdown: AbortSignal,
  ): Promise<readonly StreamMessage[]> {
    const { clock, changes, mayRead, topics } = this.#options;
    const denied = !(await mayRead(as));
    const ending = new AbortController();
    const stop = () => ending.abort();
    as.signal.addEventListener('abort', stop, { once: true });
    shutdown.addEventListener('abort', stop, { once: true });
    if (as.signal.aborted || shutdown.aborted) stop();
    const over = clock
      .sleep(denied ? 0 : waitMs, ending.signal)
      .then(stop, () => {});
    const dirty = new Dirty();
    const changed = new Set(topics);
    const leave = topics.map(topic =>
      changes.onChange(viewTopicOf(topic), () => {
        changed.add(topic);
        dirty.mark();
      }),
    );
    try {
      const messages = await this.#messages(as, changed, dirty, ending.signal);
      return denied
        ? [...messages, { type: 'bye', because: 'denied' }]
        : messages;
    } finally {
      leave.forEach(each => each());
      stop();
      as.signal.removeEventListener('abort', stop);
      shutdown.removeEventListener('abort', stop);
      await over;
    }
  }

  /** Reads what has changed until there is news or the signal says that it is time to answer all the same. */
  async #messages(
    as: Caller,
    changed: Set<Topic>,
    dirty: Dirty,
    ending: AbortSignal,
  ): Promise<readonly StreamMessage[]> {
    const { clock, topicReader, topics } = this.#options;
    const told = new Map(topics.map(topic => [topic, new ToldTopic(topic)]));
    const states = new Map<Topic, TopicState>();
    for (;;) {
      const now = [...changed];
      changed.clear();
      await Promise.all(
        now.map(async topic => {
          states.set(topic, await topicReader.read(topic, as));
        }),
      );
      const news = [...states].some(([topic, state]) =>
        told.get(topic)?.isNews(state),
      );
      if (news || ending.aborted) break;
      try {
        await clock.sleep(COALESCE_MS, ending);
        await dirty.taken(ending);
      } catch (error) {
        if (!ending.aborted) throw error;
        break;
      }
    }
    if (as.signal.aborted) return [];
    return topics.flatMap(topic => {
      const state = states.get(topic);
      return (state && told.get(topic)?.tell(state)) ?? [];
    });
  }
}
