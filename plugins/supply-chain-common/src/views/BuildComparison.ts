import { z } from 'zod';
import { objectRefSchema } from '../refs/ObjectRef';
import { buildRowSchema, buildViewSchema } from './BuildView';
import { problemSchema } from './Problem';
import { reasonViewSchema } from './ReasonView';

/** One of the two builds. */
export const comparedBuildSchema = buildViewSchema.pick({
  ref: true,
  engine: true,
  type: true,
  number: true,
  phase: true,
  sentence: true,
  source: true,
  produced: true,
  builtWith: true,
  steps: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  queuedMs: true,
  durationMs: true,
});

export type ComparedBuild = z.infer<typeof comparedBuildSchema>;

/** What differs between two builds of an image, the older one first whichever way they were asked for. */
export const buildComparisonSchema = z.object({
  /** The kpack Image. */
  image: objectRefSchema,
  from: comparedBuildSchema,
  to: comparedBuildSchema,
  /** Everything that differs in what went in, in the words of a reason: as if `to` had come right after `from`. */
  differences: z.array(reasonViewSchema),
  /** What kpack did not record of one of them, so that nothing can be said of it. */
  notRecorded: z.array(z.enum(['buildpacks', 'stack', 'lifecycle'])),
  /** Why each build ran that came after `from`, up to `to`, oldest first; as far as they still exist. */
  between: z.array(
    buildRowSchema.pick({
      ref: true,
      number: true,
      type: true,
      phase: true,
      sentence: true,
    }),
  ),
  problems: z.array(problemSchema),
});

export type BuildComparison = z.infer<typeof buildComparisonSchema>;
