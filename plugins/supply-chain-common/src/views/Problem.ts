import { z } from 'zod';
import { instantSchema } from '../refs/Instant';

/**
 * Why a part of an answer is missing. Always names where, so that a page can say it without guessing;
 * never holds an upstream body.
 */
export const problemSchema = z.discriminatedUnion('because', [
  /** The cluster refused: `verb resource in namespace`; without a namespace in all namespaces. `resource` is `plural.group`. */
  z.object({
    because: z.literal('denied'),
    cluster: z.string(),
    verb: z.string(),
    resource: z.string(),
    namespace: z.string().optional(),
    /** It was asked as the person who reads, with their own token; else as Backstage. */
    as: z.literal('person').optional(),
    /** In our words, when it was not the cluster's access rules that refused: who did, and what to do. */
    says: z.string().optional(),
  }),
  /** No contact with the cluster since then; what is shown is that old. */
  z.object({
    because: z.literal('unreachable'),
    cluster: z.string(),
    since: instantSchema,
    resource: z.string().optional(),
    /** In our words, when the cluster answers, but not with what was asked for. */
    says: z.string().optional(),
  }),
  /** The cluster does not know this kind (CRD not installed). */
  z.object({
    because: z.literal('absent'),
    cluster: z.string(),
    resource: z.string(),
  }),
  /** One object whose shape could not be read; `says` tells which field. */
  z.object({
    because: z.literal('unreadable'),
    cluster: z.string(),
    resource: z.string(),
    namespace: z.string().optional(),
    name: z.string(),
    says: z.string(),
  }),
  /** The cluster is read with each person's own token, and there is none of this person that it takes. */
  z.object({
    because: z.literal('sign-in'),
    cluster: z.string(),
    /** Who gives the token: `google`, `aks`, `oidc.<provider>`. */
    authProvider: z.string(),
    why: z.enum(['missing', 'refused', 'expired']),
  }),
  /** First contact is still under way. */
  z.object({
    because: z.literal('loading'),
    cluster: z.string(),
    resource: z.string().optional(),
    /** In our words, when it will not end by itself. */
    says: z.string().optional(),
  }),
]);

export type Problem = z.infer<typeof problemSchema>;
