import { z } from 'zod';
import { nextMessages, type NextMessageKey } from '../texts/nextMessages';

const messageKeys = Object.keys(nextMessages) as [
  NextMessageKey,
  ...NextMessageKey[],
];

/** Something that decides on the next build of an image. */
export const nextReasonSchema = z.object({
  /** It calls for a build, it holds builds up, kpack leaves it aside, or it is what the next build will cost. */
  effect: z.enum(['calls', 'holds-up', 'left-aside', 'costs']),
  message: z.enum(messageKeys),
  /** Parameters of the message's template. */
  params: z.record(z.string(), z.string()),
  /** The English sentence. */
  says: z.string(),
  /** In words of kpack, where it has some. */
  details: z.string().optional(),
});

export type NextReason = z.infer<typeof nextReasonSchema>;

/** What would rebuild an image next; empty when nothing is known that would. */
export const nextBuildSchema = z.object({
  /** A build will start by itself, as soon as nothing holds it up. */
  isDue: z.boolean(),
  reasons: z.array(nextReasonSchema),
});

export type NextBuild = z.infer<typeof nextBuildSchema>;
