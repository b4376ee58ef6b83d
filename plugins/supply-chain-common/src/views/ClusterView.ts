import { z } from 'zod';
import { instantSchema } from '../refs/Instant';
import { problemSchema } from './Problem';

/** How far the live copy of one kind of one cluster can be trusted. */
export const kindHealthSchema = z.object({
  /** `plural.group`, for example `builds.kpack.io`; `pods` for the core group. */
  resource: z.string(),
  state: z.enum(['loading', 'fresh', 'stale', 'denied', 'absent', 'down']),
  /** Since when it is in this state; not for `fresh` and `absent`. */
  since: instantSchema.optional(),
  /** Last moment at which the cluster confirmed this copy. */
  seenAt: instantSchema.optional(),
  /** Objects held. */
  objects: z.number().int().nonnegative(),
  /** Objects whose shape could not be read. */
  unreadable: z.number().int().nonnegative(),
  /** Set when only these namespaces could be read. */
  limitedTo: z.array(z.string()).optional(),
  /** How many namespaces more could be read, or might be, that are not: following each costs the cluster a watch. */
  leftOut: z.number().int().positive().optional(),
  problem: problemSchema.optional(),
});

export type KindHealth = z.infer<typeof kindHealthSchema>;

/** A cluster as the person who asks sees it: the worst state of its kinds first, then each kind. */
export const clusterViewSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  /** `shared`: one live copy for everybody; `per-user`: read with each person's own token. */
  access: z.enum(['shared', 'per-user']),
  /** Whose token opens a `per-user` cluster: `google`, `aks`, `oidc.<provider>`. `clusterTokenHeader` says how to send it. */
  authProvider: z.string().optional(),
  state: z.enum(['loading', 'fresh', 'stale', 'denied', 'down']),
  since: instantSchema.optional(),
  kinds: z.array(kindHealthSchema),
});

export type ClusterView = z.infer<typeof clusterViewSchema>;

export const clustersAnswerSchema = z.object({
  clusters: z.array(clusterViewSchema),
});

export type ClustersAnswer = z.infer<typeof clustersAnswerSchema>;
