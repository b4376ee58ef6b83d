import { z } from 'zod';
import { streamMessageSchema } from './StreamMessage';

/**
 * Answer of `/poll`: a message for each topic, in their order (`view` or `error` for what the caller does not have,
 * `unchanged` for the rest), or a single `bye`.
 */
export const pollAnswerSchema = z.object({
  messages: z.array(streamMessageSchema),
});

export type PollAnswer = z.infer<typeof pollAnswerSchema>;
