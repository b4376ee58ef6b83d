import { z } from 'zod';
import { apiErrorSchema } from '../ApiError';

/** One line of the NDJSON answer of `POST /stream`. */
export const streamMessageSchema = z.discriminatedUnion('type', [
  /** The whole view as it is now: first when the topic opens, then after each change. `version` is its ETag. */
  z.object({
    type: z.literal('view'),
    id: z.string(),
    version: z.string(),
    view: z.unknown(),
  }),
  /** The topic cannot be shown (not found, refused, invalid); the stream goes on for the others. */
  z.object({ type: z.literal('error'), id: z.string(), error: apiErrorSchema }),
  /** Every 15 s, so that a proxy keeps the connection and a client notices a dead one. */
  z.object({ type: z.literal('heartbeat') }),
  /** The server ends the stream on purpose; the client opens it again. */
  z.object({
    type: z.literal('bye'),
    because: z.enum(['token', 'shutdown', 'limit']),
  }),
]);

export type StreamMessage = z.infer<typeof streamMessageSchema>;
