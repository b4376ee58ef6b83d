import { z } from 'zod';
import { requestedBuilderSchema } from '../refs/requestedBuilder';
import { requestedRefSchema } from '../refs/requestedRef';
import { requestedStageSchema } from '../refs/requestedStage';

/** Topics a stream carries at most: a page needs three. */
export const MAX_TOPICS = 16;

/** What every topic has. */
const named = {
  /** The client's own name for it, unique in the request. */
  id: z.string().max(64),
  /** The `version` that the client has; one that is not the newest, or not known, counts as none. */
  cursor: z.string().max(64).optional(),
};

/** What a tab wants to hear of. */
export const topicSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('workloads'),
    ...named,
    query: z.record(z.string(), z.unknown()),
  }),
  z.object({ type: z.literal('workload'), ...named, ref: requestedRefSchema }),
  z.object({
    type: z.literal('stage'),
    ...named,
    ref: requestedRefSchema,
    stage: requestedStageSchema,
  }),
  /** `ref` is the workload. */
  z.object({ type: z.literal('delivery'), ...named, ref: requestedRefSchema }),
  z.object({ type: z.literal('builds'), ...named, ref: requestedRefSchema }),
  z.object({ type: z.literal('build'), ...named, ref: requestedRefSchema }),
  z.object({
    type: z.literal('builders'),
    ...named,
    query: z.record(z.string(), z.unknown()),
  }),
  z.object({
    type: z.literal('builder'),
    ...named,
    ref: requestedBuilderSchema,
  }),
  z.object({
    type: z.literal('images'),
    ...named,
    query: z.record(z.string(), z.unknown()),
  }),
  z.object({ type: z.literal('image'), ...named, ref: requestedRefSchema }),
]);

export type Topic = z.infer<typeof topicSchema>;

export const topicsSchema = z
  .array(topicSchema)
  .min(1)
  .max(MAX_TOPICS)
  .refine(
    topics => new Set(topics.map(({ id }) => id)).size === topics.length,
    {
      message: 'two topics have the same id',
    },
  );

/** Body of `POST /stream`. */
export const streamRequestSchema = z.object({ topics: topicsSchema });

export type StreamRequest = z.infer<typeof streamRequestSchema>;
