import { z } from 'zod';
import { instantSchema } from '../refs/Instant';

/** What Kubernetes' events tell of one object; the same told again is one, with a count. */
export const eventViewSchema = z.object({
  /** What it is about, for example `TaskRun checkout-commit-and-pr-9phsn`. */
  kind: z.string(),
  name: z.string(),
  /** One word, for example `GitOperationFailed`. */
  reason: z.string(),
  message: z.string().optional(),
  isWarning: z.boolean(),
  /** How often it was told. */
  count: z.number().int().positive(),
  firstAt: instantSchema.optional(),
  lastAt: instantSchema.optional(),
});

export type EventView = z.infer<typeof eventViewSchema>;
