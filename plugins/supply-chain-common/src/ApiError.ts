import { z } from 'zod';

/** Stable codes: clients may switch over them. */
export const apiErrorCodeSchema = z.enum([
  'not-found',
  'invalid-request',
  'unauthenticated',
  'denied',
  'cluster-denied',
  /** The cluster wants the caller's own token: there is none, or it does not take it. */
  'cluster-sign-in',
  'cluster-unreachable',
  'cluster-loading',
  'catalog-unavailable',
  /** The log is not in its pod any more, and whether it is archived cannot be known now. */
  'archive-unavailable',
  'kind-absent',
  'unreadable',
  'logs-gone',
  'logs-waiting',
  'too-many-requests',
  'conflict',
  /** A rebuild was asked for on a build that is not the newest any more. */
  'newer-build',
  /** A rebuild was already asked for on this build. */
  'rebuild-asked',
  /** The build was made by hand: nothing rebuilds it. */
  'no-image',
  'internal',
]);

export type ApiErrorCode = z.infer<typeof apiErrorCodeSchema>;

/** An error as the API says it: what happened, where, and a stable code. Never an upstream body. */
export const apiErrorSchema = z.object({
  name: z.string(),
  message: z.string(),
  code: apiErrorCodeSchema,
  cluster: z.string().optional(),
  verb: z.string().optional(),
  resource: z.string().optional(),
  namespace: z.string().optional(),
  /** Whom the cluster refused: the caller, by their own token; else Backstage. */
  as: z.literal('person').optional(),
});

export type ApiError = z.infer<typeof apiErrorSchema>;

export const apiErrorAnswerSchema = z.object({ error: apiErrorSchema });

export type ApiErrorAnswer = z.infer<typeof apiErrorAnswerSchema>;
