import { z } from 'zod';

/** Why a log is read from the archive and not from its cluster. */
export const archivedBecauseSchema = z.enum([
  /** The pod is gone, and perhaps what ran in it. */
  'pod-gone',
  /** The cluster does not answer now. */
  'cluster-unreachable',
  /** The backend has just begun to read the cluster. */
  'cluster-loading',
  /** The pod is still there, and its node cannot find the log any more. */
  'unreadable',
]);

export type ArchivedBecause = z.infer<typeof archivedBecauseSchema>;
