import type { RequestHandler } from 'express';
import { streamRequestSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { callerOf } from './callerOf';
import type { RouteServices } from './RouteServices';
import { NdjsonSink } from './stream/NdjsonSink';
import { streamUntil } from './stream/streamUntil';
import { TopicStream } from './stream/TopicStream';
import { whoIs } from './stream/whoIs';

/** `POST /v1/stream`: one a tab, whatever it shows. */
export function streamRoute(services: RouteServices): RequestHandler {
  const { clock, copy, httpAuth, logger, quota, reader, shutdown } = services;
  return async (req, res) => {
    const as = await callerOf(httpAuth, req, res);
    const { topics } = streamRequestSchema.parse(req.body);
    const giveBack = quota.take(whoIs(as.credentials));
    try {
      const sink = new NdjsonSink(res);
      const stream = new TopicStream({
        topics,
        reader,
        copy,
        clock,
        write: (message, signal) => sink.write(message, signal),
        reportUnexpected: error =>
          logger.error(
            'A topic of a stream failed',
            error instanceof Error ? error : new Error(String(error)),
          ),
      });
      const until = streamUntil(as.credentials, clock.now());
      const because = await stream.run(as, until, shutdown);
      sink.end(because && { type: 'bye', because });
    } finally {
      giveBack();
    }
  };
}
