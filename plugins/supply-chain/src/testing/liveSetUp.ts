import type {
  StreamMessage,
  Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { LiveConnection } from '../api/LiveConnection';
import type { LiveTopic } from '../api/LiveTopic';
import type { LiveTransport } from '../api/LiveTransport';
import { topicKey } from '../api/topicKey';
import { FakeLiveEnvironment } from './FakeLiveEnvironment';
import { FakeStream } from './FakeStream';

/** A live connection of its own, over streams and answers that the test decides. */
export function liveSetUp(view: unknown) {
  const environment = new FakeLiveEnvironment();
  const streams: FakeStream[] = [];
  const polled: { topics: readonly Topic[]; wait: number }[] = [];
  const transport: LiveTransport & { answer: (topic: Topic) => unknown } = {
    answer: () => view,
    stream(topics, signal) {
      const stream = new FakeStream(topics, signal);
      streams.push(stream);
      return stream.read();
    },
    async poll(topics, wait, signal) {
      polled.push({ topics, wait });
      const messages = topics.map((asked): StreamMessage => {
        const answer = transport.answer(asked);
        if (answer instanceof Error) throw answer;
        const head = { id: asked.id, seq: 1, version: JSON.stringify(answer) };
        return asked.cursor === head.version
          ? { type: 'unchanged', ...head }
          : { type: 'view', ...head, view: answer };
      });
      if (messages.every(({ type }) => type === 'unchanged')) {
        await new Promise<void>((resolve, reject) => {
          environment.after(wait, resolve);
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        });
      }
      return messages;
    },
  };
  const live = new LiveConnection(transport, environment);
  const last = () => {
    const stream = streams.at(-1);
    if (!stream) throw new Error('No stream was opened');
    return stream;
  };
  const say = (of: LiveTopic, what: unknown, version = 'a', seq = 1) => {
    const asked = last().topics.find(
      ({ id: _, cursor: __, ...each }) =>
        topicKey(each as LiveTopic) === topicKey(of),
    );
    if (!asked) throw new Error('The stream does not carry this topic');
    last().push(
      { type: 'view', id: asked.id, seq, version, view: what },
      { type: 'heartbeat' },
    );
  };
  return { environment, streams, polled, transport, live, last, say };
}
