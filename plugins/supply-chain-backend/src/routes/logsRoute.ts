import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import {
  logsQuerySchema,
  type LogsQuery,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Caller } from '../access/Caller';
import type { LogReader } from '../logs/LogReader';
import { callerOf } from './callerOf';
import type { RouteServices } from './RouteServices';
import { FollowStream } from './stream/FollowStream';
import { NdjsonSink } from './stream/NdjsonSink';
import { streamUntil } from './stream/streamUntil';
import { whoIs } from './stream/whoIs';

/** `GET /v1/builds/…/logs`, `GET /v1/runs/…/logs`: text as it is now, or NDJSON that goes on. */
export function logsRoute<Of extends ObjectRef>(
  services: RouteServices,
  /** What the path names. Throws what zod throws. */
  parse: (params: unknown) => Of,
  logs: LogReader<Caller, Of>,
): RequestHandler {
  return async (req, res) => {
    const as = await callerOf(services.httpAuth, req, res);
    const ref = parse(req.params);
    const query = logsQuerySchema.parse(req.query);
    const giveBack = services.quota.take(whoIs(as.credentials));
    try {
      if (query.follow) await follow(services, logs, ref, query, as, res);
      else await sendText(logs, ref, query, as, res);
    } finally {
      giveBack();
    }
  };
}

async function sendText<Of extends ObjectRef>(
  logs: LogReader<Caller, Of>,
  ref: Of,
  { step, timestamps, download }: LogsQuery,
  as: Caller,
  res: Response,
): Promise<void> {
  const bytes = await logs.text(ref, { step, timestamps }, as);
  res.status(200);
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  // Bytes from a build are data: no browser may take them for a page.
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cache-Control', 'private, no-store');
  if (download) {
    const name = [ref.name, ...(step ? [step] : [])].join('-');
    res.setHeader('Content-Disposition', `attachment; filename="${name}.log"`);
  }
  try {
    await pipeline(bytes, res, { signal: as.signal });
  } catch (error) {
    // The client left, or the cluster broke off: a cut connection is the only honest end of a body under way.
    if (!as.signal.aborted) res.destroy();
  }
}

async function follow<Of extends ObjectRef>(
  { clock, logger, shutdown }: RouteServices,
  logs: LogReader<Caller, Of>,
  ref: Of,
  { step, from }: LogsQuery,
  as: Caller,
  res: Response,
): Promise<void> {
  const messages = await logs.follow(ref, { step, from }, as);
  const sink = new NdjsonSink(res);
  const stream = new FollowStream({
    clock,
    write: (message, signal) => sink.write(message, signal),
    reportUnexpected: error =>
      logger.error(
        'Following a log failed',
        error instanceof Error ? error : new Error(String(error)),
      ),
  });
  const until = streamUntil(as.credentials, clock.now()).at;
  sink.end(await stream.run(messages, until, as.signal, shutdown));
}
