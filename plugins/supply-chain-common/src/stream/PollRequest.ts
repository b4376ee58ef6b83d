import { z } from 'zod';
import { topicsSchema } from './StreamRequest';

/** ms. Proxies give up after 60 s, some after 30 s. */
export const LONGEST_WAIT = 25_000;

/**
 * Characters of `topics` in the query of `GET /poll`: many proxies take 8 KB for a request line, and encoding doubles
 * quotes and braces. More goes into the body of `POST /poll`.
 */
export const MAX_POLL_QUERY = 3_000;

/** Body of `POST /poll`. */
export const pollRequestSchema = z.object({
  topics: topicsSchema,
  /** ms until an answer although nothing has changed; as long as possible without it. */
  wait: z.coerce.number().int().min(0).max(LONGEST_WAIT).optional(),
});

export type PollRequest = z.infer<typeof pollRequestSchema>;

/** Query of `GET /poll`: the same, with the topics as JSON. */
export const pollQuerySchema = pollRequestSchema.extend({
  topics: z.string().max(MAX_POLL_QUERY),
});
