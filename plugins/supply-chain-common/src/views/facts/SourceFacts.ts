import { z } from 'zod';
import { instantSchema } from '../../refs/Instant';

/** Where the source comes from, and what was fetched of it last. */
export const sourceFactsSchema = z.object({
  kind: z.literal('source'),
  from: z.enum(['git', 'image', 'maven', 'other']),
  url: z.string().optional(),
  /** What is followed there: `branch main`, `tag v1`, a version. */
  follows: z.string().optional(),
  /** How often it is looked for, as the object says it: `1m0s`. */
  interval: z.string().optional(),
  suspended: z.boolean(),
  revision: z.string().optional(),
  artifact: z
    .object({
      url: z.string().optional(),
      digest: z.string().optional(),
      bytes: z.number().nonnegative().optional(),
    })
    .optional(),
  /** When the artifact was made. */
  fetchedAt: instantSchema.optional(),
  /** Why the last fetch did not succeed. What was fetched before stays in use. */
  failure: z
    .object({ says: z.string(), since: instantSchema.optional() })
    .optional(),
});

export type SourceFacts = z.infer<typeof sourceFactsSchema>;
