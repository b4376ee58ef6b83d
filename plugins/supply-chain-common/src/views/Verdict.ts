import { z } from 'zod';

/** What a controller says of one side of an object. */
export const verdictSchema = z.object({
  /** `pending`: the controller has not looked at a change yet. */
  status: z.enum(['yes', 'no', 'pending', 'unknown']),
  /** The controller's word for why. */
  reason: z.string().optional(),
  /** The controller's message, or ours where it has none. */
  says: z.string().optional(),
  /** What that means and what to do, where it is known. */
  means: z.string().optional(),
});

export type Verdict = z.infer<typeof verdictSchema>;
