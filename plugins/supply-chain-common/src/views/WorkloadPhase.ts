import { z } from 'zod';

/** The worst of the stages and the delivery; `unmatched` when no supply chain, or more than one, selects the workload. */
export const workloadPhaseSchema = z.enum([
  'failed',
  'misconfigured',
  'unmatched',
  'unknown',
  'running',
  'waiting',
  'ready',
]);

export type WorkloadPhase = z.infer<typeof workloadPhaseSchema>;

/** Worst first: the order in which lists show them and in which the worst of several is found. */
export const WORKLOAD_PHASES: readonly WorkloadPhase[] =
  workloadPhaseSchema.options;
