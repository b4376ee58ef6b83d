import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { problemSchema } from './Problem';

/** What a stage is doing, as told to people. Exactly one holds; the order of the rules is DESIGN 4.2. */
export const stagePhaseSchema = z.discriminatedUnion('kind', [
  /** A passThrough option: the upstream's output goes on unchanged. */
  z.object({ kind: z.literal('skipped'), servedBy: z.string().optional() }),
  /** Nothing stamped yet because an upstream stage has no output. Never a failure. */
  z.object({ kind: z.literal('waiting'), for: z.string() }),
  /** Cartographer could not submit the object; `owner` can fix it. */
  z.object({
    kind: z.literal('misconfigured'),
    says: z.string(),
    owner: z.enum(['developer', 'platform']),
  }),
  z.object({
    kind: z.literal('failed'),
    says: z.string(),
    /** Who can fix it: the developer what the source and the workload say, the platform team the rest. */
    owner: z.enum(['developer', 'platform']).optional(),
    /** An older output that downstream stages still use, in its short form (tag, revision or digest). */
    stillServing: z.string().optional(),
  }),
  z.object({
    kind: z.literal('running'),
    says: z.string().optional(),
    step: z.string().optional(),
    since: instantSchema.optional(),
  }),
  z.object({ kind: z.literal('ready') }),
  /** In the supply chain, not in the workload's status yet. */
  z.object({ kind: z.literal('planned') }),
  z.object({
    kind: z.literal('unknown'),
    because: problemSchema.optional(),
    says: z.string().optional(),
  }),
]);

export type StagePhase = z.infer<typeof stagePhaseSchema>;
