import { z } from 'zod';
import { objectRefSchema } from '../refs/ObjectRef';

/** Topics a stream carries at most: a page needs three. */
export const MAX_TOPICS = 16;

/** What a tab wants to hear of. `id` is the client's own name for it, unique in the request. */
export const topicSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('workloads'),
    id: z.string().max(64),
    query: z.record(z.string(), z.unknown()),
  }),
  z.object({
    type: z.literal('workload'),
    id: z.string().max(64),
    ref: objectRefSchema,
  }),
  z.object({
    type: z.literal('stage'),
    id: z.string().max(64),
    ref: objectRefSchema,
    stage: z.string().max(253),
  }),
  z.object({
    type: z.literal('builds'),
    id: z.string().max(64),
    ref: objectRefSchema,
  }),
  z.object({
    type: z.literal('build'),
    id: z.string().max(64),
    ref: objectRefSchema,
  }),
]);

export type Topic = z.infer<typeof topicSchema>;

/** Body of `POST /stream`. */
export const streamRequestSchema = z.object({
  topics: z.array(topicSchema).min(1).max(MAX_TOPICS),
});

export type StreamRequest = z.infer<typeof streamRequestSchema>;
