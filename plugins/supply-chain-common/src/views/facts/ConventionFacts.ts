import { z } from 'zod';
import { changeViewSchema } from '../ReasonView';

/** Conventions that were applied to a workload's plain pod, and what they made of it. */
export const conventionFactsSchema = z.object({
  kind: z.literal('conventions'),
  /** In the order in which they were applied: `source/convention`. */
  applied: z.array(z.string()),
  /** From the pod as the image and the workload ask for it, to the pod with conventions. */
  changes: z.array(changeViewSchema),
  /** There are more changes than are shown. */
  cut: z.boolean(),
});

export type ConventionFacts = z.infer<typeof conventionFactsSchema>;
