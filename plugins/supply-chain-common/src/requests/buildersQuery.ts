import { z } from 'zod';
import { manyOf } from './manyOf';

/** Query of `GET /builders`. Repeated or comma-separated values of one filter are alternatives; filters add up. */
export const buildersQuerySchema = z.object({
  cluster: manyOf(z.string().max(253)),
  /** Names of ClusterStacks. */
  stack: manyOf(z.string().max(253)),
  /** Names of ClusterLifecycles. */
  lifecycle: manyOf(z.string().max(253)),
  /** Names of builders. */
  builder: manyOf(z.string().max(253)),
});

export type BuildersQuery = z.output<typeof buildersQuerySchema>;

/** The same as a client writes it: everything optional. */
export type BuildersQueryInput = Partial<Record<keyof BuildersQuery, string[]>>;
