import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { stampedRefSchema } from '../refs/StampedRef';
import { outputViewSchema } from './OutputView';
import { stagePhaseSchema } from './StagePhase';

/** A condition as Kubernetes writes it; fields that were not there are left out. */
export const conditionViewSchema = z.object({
  type: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  message: z.string().optional(),
  at: instantSchema.optional(),
});

export type ConditionView = z.infer<typeof conditionViewSchema>;

/** One stage of a supply chain: a node of the graph. */
export const stageViewSchema = z.object({
  /** The name in the supply chain, for example `image-provider`. Unique within a workload. */
  name: z.string(),
  /** For people: `Image Provider`. */
  title: z.string(),
  phase: stagePhaseSchema,
  /** observedGeneration is behind, or the cluster has not been heard of for a while. */
  stale: z.boolean(),
  /** The one fact a card shows: short revision, tag, "2 conventions", what fails. */
  fact: z.string().optional(),
  stampedRef: stampedRefSchema.optional(),
  templateRef: z.object({ kind: z.string(), name: z.string() }).optional(),
  outputs: z.array(outputViewSchema),
  conditions: z.array(conditionViewSchema),
  /** Set on the stage that makes the image: how it does it. */
  engine: z.enum(['kpack', 'dockerfile', 'prebuilt']).optional(),
  /** When the stage last changed: newest of its outputs and conditions. */
  changedAt: instantSchema.optional(),
});

export type StageView = z.infer<typeof stageViewSchema>;
