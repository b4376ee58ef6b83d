import { z } from 'zod';

/** Where configuration was written: a commit, or a pull request that waits for somebody. */
export const writerFactsSchema = z.object({
  kind: z.literal('writer'),
  repository: z.string().optional(),
  /** The branch that is deployed from, or that the pull request is to be merged into. */
  branch: z.string().optional(),
  /** The branch of its own that was pushed. */
  commitBranch: z.string().optional(),
  commit: z.string().optional(),
  path: z.string().optional(),
  message: z.string().optional(),
  /** An image that the configuration was written into, in place of a repository. */
  image: z.string().optional(),
  pullRequest: z
    .object({
      /** http(s) only; absent where the run says how it stands, and not where it is. */
      url: z.string().optional(),
      /** `#765`, `!765`. */
      number: z.string().optional(),
      title: z.string().optional(),
      /** As the run says it; absent where nothing in the cluster tells. */
      state: z.string().optional(),
    })
    .optional(),
});

export type WriterFacts = z.infer<typeof writerFactsSchema>;
