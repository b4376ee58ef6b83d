import type { Request, RequestHandler } from 'express';
import {
  LONGEST_WAIT,
  pollQuerySchema,
  pollRequestSchema,
  type PollRequest,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { InvalidQuery } from '../service/errors/InvalidQuery';
import { callerOf } from './callerOf';
import type { RouteServices } from './RouteServices';
import { messageText } from './stream/messageText';
import { streamUntil } from './stream/streamUntil';
import { TopicPoll } from './stream/TopicPoll';
import { whoIs } from './stream/whoIs';
import { topicServices } from './topicServices';

/**
 * `GET` and `POST /v1/poll`: what `/stream` says, one answer at a time, for networks that do not let a stream through.
 * Whole and closed, so that a proxy that buffers has nothing to wait for, and compressed like any other answer.
 */
export function pollRoute(services: RouteServices): RequestHandler {
  const { clock, copy, httpAuth, quota, shutdown } = services;
  return async (req, res) => {
    const as = await callerOf(httpAuth, req, res);
    const shared = topicServices(services, as);
    const { topics, wait = LONGEST_WAIT } = requestOf(req);
    // The first question of a page; those that follow it are the page's own.
    if (topics.some(({ cursor }) => cursor === undefined)) copy.look();
    const giveBack = quota.take(whoIs(as.credentials));
    try {
      const left = streamUntil(as.credentials, clock.now()).at - clock.now();
      const poll = new TopicPoll({ ...shared, topics, clock });
      const messages = await poll.run(
        as,
        Math.max(0, Math.min(wait, left)),
        shutdown,
      );
      if (as.signal.aborted) return;
      res.setHeader('Cache-Control', 'private, no-store');
      res
        .type('application/json')
        .send(`{"messages":[${messages.map(messageText).join()}]}`);
    } finally {
      giveBack();
    }
  };
}

function requestOf(req: Request): PollRequest {
  if (req.method === 'POST') return pollRequestSchema.parse(req.body);
  const { topics, ...rest } = pollQuerySchema.parse(req.query);
  return pollRequestSchema.parse({ ...rest, topics: fromJson(topics) });
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidQuery('topics: not JSON');
  }
}
