import { z } from 'zod';
import { workloadPhaseSchema } from '../views/WorkloadPhase';
import { manyOf } from './manyOf';
import { rowSortSchema } from './rowSort';

/** Rows a page of the list when the client asks for none. */
export const DEFAULT_LIMIT = 100;

/** Most rows a page: a row is about 0.7 KB, so an answer stays under 1 MB. */
export const MAX_LIMIT = 1000;

/** Query of `GET /workloads`. Repeated or comma-separated values of one filter are alternatives; filters add up. */
export const workloadsQuerySchema = z.object({
  q: z.string().max(200).optional(),
  cluster: manyOf(z.string().max(253)),
  namespace: manyOf(z.string().max(63)),
  phase: manyOf(workloadPhaseSchema),
  reason: manyOf(z.string().max(63)),
  builder: manyOf(z.string().max(253)),
  /** `me` for what the caller owns, or an entity reference of an owner. */
  owner: z.string().max(500).optional(),
  /** An entity reference: the workloads that its annotations name. */
  entity: z.string().max(500).optional(),
  sort: rowSortSchema.default('phase'),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
});

export type WorkloadsQuery = z.output<typeof workloadsQuerySchema>;

/** The same as a client writes it: everything optional. */
export type WorkloadsQueryInput = Partial<{
  q: string;
  cluster: string[];
  namespace: string[];
  phase: string[];
  reason: string[];
  builder: string[];
  owner: string;
  entity: string;
  sort: WorkloadsQuery['sort'];
  cursor: string;
  limit: number;
}>;
