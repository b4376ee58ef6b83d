import { z } from 'zod';
import { workloadPhaseSchema } from '../views/WorkloadPhase';
import { manyOf } from './manyOf';
import { rowSortSchema } from './rowSort';

/** Query of `GET /images`. Repeated or comma-separated values of one filter are alternatives; filters add up. */
export const imagesQuerySchema = z.object({
  /** `none`: kpack Images that no workload stamped; `any`: all of them. */
  workload: z.enum(['none', 'any']).default('none'),
  q: z.string().max(200).optional(),
  cluster: manyOf(z.string().max(253)),
  namespace: manyOf(z.string().max(63)),
  phase: manyOf(workloadPhaseSchema),
  builder: manyOf(z.string().max(253)),
  /** An entity reference: the images that its annotations name, or whose workload they name. */
  entity: z.string().max(500).optional(),
  sort: rowSortSchema.default('phase'),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export type ImagesQuery = z.output<typeof imagesQuerySchema>;

/** The same as a client writes it: everything optional. */
export type ImagesQueryInput = Partial<{
  workload: ImagesQuery['workload'];
  q: string;
  cluster: string[];
  namespace: string[];
  phase: string[];
  builder: string[];
  entity: string;
  sort: ImagesQuery['sort'];
  cursor: string;
  limit: number;
}>;
