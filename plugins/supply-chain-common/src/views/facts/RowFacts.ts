import { z } from 'zod';

/** Whatever else a stage's object tells, as names and values: from an integrator's inspector, or of a kind that nobody knew. */
export const rowFactsSchema = z.object({
  kind: z.literal('rows'),
  title: z.string().optional(),
  rows: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      /** Only http(s) becomes a link. */
      url: z.string().optional(),
    }),
  ),
});

export type RowFacts = z.infer<typeof rowFactsSchema>;
