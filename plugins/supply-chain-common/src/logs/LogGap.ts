import { z } from 'zod';

/** Why lines are missing, where a reason is known. */
export const logGapCauseSchema = z.enum([
  /** The node keeps the newest part of a log only, or the pod is another one: the place to go on from is not there any more. */
  'rotated',
  /** Our backend holds the end of a long log only. */
  'not-held',
  /** They came faster than this reader took them. */
  'slow-reader',
  /** The pod is gone, and the rest of the log with it. */
  'pod-gone',
  /** The pod was deleted and the build began again. */
  'begun-again',
]);

export type LogGapCause = z.infer<typeof logGapCauseSchema>;
