import type { RequestHandler } from 'express';
import { streamRequestSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { callerOf } from './callerOf';
import type { RouteServices } from './RouteServices';
import { messageText } from './stream/messageText';
import { NdjsonSink } from './stream/NdjsonSink';
import { streamUntil } from './stream/streamUntil';
import { TopicStream } from './stream/TopicStream';
import { whoIs } from './stream/whoIs';
import { topicServices } from './topicServices';

/** `POST /v1/stream`: one a tab, whatever it shows. */
export function streamRoute(services: RouteServices): RequestHandler {
  const { clock, copy, httpAuth, quota, shutdown } = services;
  return async (req, res) => {
    const as = await callerOf(httpAuth, req, res);
    const shared = topicServices(services, as);
    const { topics } = streamRequestSchema.parse(req.body);
    const giveBack = quota.take(whoIs(as.credentials));
    try {
      // Asked before the stream begins, so that a failure of the permission framework is an answer.
      await shared.mayRead(as);
      copy.look();
      const sink = new NdjsonSink(res);
      const stream = new TopicStream({
        ...shared,
        topics,
        clock,
        touch: () => copy.touch(),
        write: (message, signal) =>
          sink.writeLine(messageText(message), signal),
      });
      const until = streamUntil(as.credentials, clock.now());
      const because = await stream.run(as, until, shutdown);
      sink.end(because && { type: 'bye', because });
    } finally {
      giveBack();
    }
  };
}
