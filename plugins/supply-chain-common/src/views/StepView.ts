import { z } from 'zod';
import { instantSchema } from '../refs/Instant';

/** One container of a build, in the order in which they run. */
export const stepViewSchema = z.object({
  /** The container's name: `prepare`, `analyze`, ... or `rebase`; unknown names as they come. */
  name: z.string(),
  /** `not-run`: an earlier step failed, it will never start. */
  state: z.enum([
    'waiting',
    'running',
    'succeeded',
    'failed',
    'not-run',
    'unknown',
  ]),
  exitCode: z.number().int().optional(),
  /** The exit code in words; only for failures. */
  meaning: z.string().optional(),
  /** Kubernetes' reason, for example `OOMKilled`, `PodInitializing`. */
  reason: z.string().optional(),
  startedAt: instantSchema.optional(),
  finishedAt: instantSchema.optional(),
  /** Milliseconds; of a running step absent (the page counts). */
  durationMs: z.number().nonnegative().optional(),
});

export type StepView = z.infer<typeof stepViewSchema>;
