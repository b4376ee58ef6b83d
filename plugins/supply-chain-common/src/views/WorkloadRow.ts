import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { objectRefSchema } from '../refs/ObjectRef';
import { workloadPhaseSchema } from './WorkloadPhase';
import { clusterViewSchema } from './ClusterView';
import { problemSchema } from './Problem';

/** A workload in the list. */
export const workloadRowSchema = z.object({
  ref: objectRefSchema,
  phase: workloadPhaseSchema,
  stale: z.boolean(),
  chain: z.string().optional(),
  /** The mini pipeline: a mark per stage. `phase` is a StagePhase kind. */
  pipeline: z.array(
    z.object({ stage: z.string(), title: z.string(), phase: z.string() }),
  ),
  /** What is going on or wrong, in one sentence; absent when all is well. */
  says: z.string().optional(),
  /** The stage that `says` speaks of. */
  saysOf: z.string().optional(),
  owner: z.enum(['developer', 'platform']).optional(),
  /** The image that is served now: its tag for people, else its short digest. */
  tag: z.string().optional(),
  engine: z.enum(['kpack', 'dockerfile', 'prebuilt']).optional(),
  /** Why the last image build ran, in one sentence. */
  why: z.string().optional(),
  reasons: z.array(z.string()),
  builder: z.string().optional(),
  /** Newest of: last build's start, last change of a stage. */
  changedAt: instantSchema.optional(),
  createdAt: instantSchema.optional(),
});

export type WorkloadRow = z.infer<typeof workloadRowSchema>;

const facetSchema = z.array(
  z.object({ value: z.string(), count: z.number().int() }),
);

export const workloadsAnswerSchema = z.object({
  items: z.array(workloadRowSchema),
  /** Rows that match the filters, on all pages. */
  total: z.number().int(),
  /** Counts over what the person may see, each facet with the other filters applied. */
  facets: z.object({
    phase: facetSchema,
    cluster: facetSchema,
    namespace: facetSchema,
    reason: facetSchema,
    builder: facetSchema,
  }),
  /** Pass as `cursor` for the next page. */
  cursor: z.string().optional(),
  clusters: z.array(clusterViewSchema),
  problems: z.array(problemSchema),
});

export type WorkloadsAnswer = z.infer<typeof workloadsAnswerSchema>;
