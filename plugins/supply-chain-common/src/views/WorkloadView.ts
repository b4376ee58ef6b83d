import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { objectRefSchema } from '../refs/ObjectRef';
import { chainChangeSchema } from './ChainChange';
import { graphViewSchema } from './GraphView';
import { problemSchema } from './Problem';
import { sourceViewSchema } from './BuildView';
import { conditionViewSchema } from './StageView';
import { workloadPhaseSchema } from './WorkloadPhase';

/** A Deliverable and what is known of it, on the cluster where it was found. */
export const deliveryViewSchema = z.object({
  ref: objectRefSchema,
  phase: workloadPhaseSchema,
  says: z.string().optional(),
  /** Who can fix it, of one that failed or is misconfigured. */
  owner: z.enum(['developer', 'platform']).optional(),
  /** The revision that was deployed last. */
  revision: z.string().optional(),
  conditions: z.array(conditionViewSchema),
});

export type DeliveryView = z.infer<typeof deliveryViewSchema>;

/** Why a supply chain does or does not select the workload. */
export const candidateViewSchema = z.object({
  chain: z.string(),
  matches: z.boolean(),
  /** Selector terms that fail, readable: `apps.tanzu.vmware.com/workload-type is batch, must be web`. */
  fails: z.array(z.string()),
});

export type CandidateView = z.infer<typeof candidateViewSchema>;

/** Everything the page of one workload shows above the stage. */
export const workloadViewSchema = z.object({
  ref: objectRefSchema,
  phase: workloadPhaseSchema,
  stale: z.boolean(),
  says: z.string().optional(),
  saysOf: z.string().optional(),
  owner: z.enum(['developer', 'platform']).optional(),
  chain: z.string().optional(),
  source: sourceViewSchema.optional(),
  graph: graphViewSchema,
  deliveries: z.array(deliveryViewSchema),
  /** Only when no chain, or more than one, selects it; empty when the chains cannot be read (see problems). */
  candidates: z.array(candidateViewSchema),
  /** In what the chain, as it is now, differs from what the workload was stamped by; absent where in nothing. */
  chainChanges: z.array(chainChangeSchema).optional(),
  conditions: z.array(conditionViewSchema),
  labels: z.record(z.string(), z.string()),
  createdAt: instantSchema.optional(),
  problems: z.array(problemSchema),
});

export type WorkloadView = z.infer<typeof workloadViewSchema>;
