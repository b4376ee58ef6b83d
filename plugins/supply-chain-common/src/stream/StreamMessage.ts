import { z } from 'zod';
import { apiErrorSchema } from '../ApiError';
import { viewPatchSchema } from './ViewPatch';

/**
 * Counts the messages of one topic on one stream, from 1 on. A patch belongs to the message with the number before its
 * own; a reader who misses a number opens the stream again without this topic's cursor.
 */
const seq = z.number().int().positive();

/** The version of what a topic shows, the same on every replica. Sent back as `cursor`, it says what the reader has. */
const version = z.string();

/**
 * One line of the NDJSON answer of `POST /stream`, one of the messages of `/poll`. Readers skip types that they do not
 * know, so that there can be more.
 */
export const streamMessageSchema = z.discriminatedUnion('type', [
  /** The whole view as it is now. `version` is its ETag. */
  z.object({
    type: z.literal('view'),
    id: z.string(),
    seq: seq.optional(),
    version,
    view: z.unknown(),
  }),
  /** What makes the view of the message before into the one of now. */
  z.object({
    type: z.literal('patch'),
    id: z.string(),
    seq,
    version,
    patch: viewPatchSchema,
  }),
  /** The first message of a topic whose `cursor` still is the newest version. */
  z.object({ type: z.literal('unchanged'), id: z.string(), seq, version }),
  /** The topic cannot be shown (not found, refused, invalid); the stream goes on for the others. The next is a `view`. */
  z.object({
    type: z.literal('error'),
    id: z.string(),
    seq: seq.optional(),
    version: version.optional(),
    error: apiErrorSchema,
  }),
  /** After a second, so that a client notices a proxy that buffers, and then every 15 s, so that a proxy keeps the connection and a client notices a dead one. */
  z.object({ type: z.literal('heartbeat') }),
  /** The server ends the stream on purpose; the client opens it again, after a minute when it is `denied`. */
  z.object({
    type: z.literal('bye'),
    because: z.enum(['token', 'shutdown', 'limit', 'denied']),
  }),
]);

export type StreamMessage = z.infer<typeof streamMessageSchema>;
