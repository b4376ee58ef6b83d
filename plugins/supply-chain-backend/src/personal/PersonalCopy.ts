import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { LiveCopy } from '../watch/LiveCopy';

/** A cluster that is read with one person's own token. */
export interface PersonalSource {
  /** Of this person and this token: the key for whatever is kept of the cluster. Tells nothing of the token. */
  readonly owner: string;
  /** Asks the cluster as this person. */
  readonly api: Pick<KubernetesApi, 'list' | 'get' | 'log' | 'patch'>;
}

/**
 * The clusters that one person's tokens open, as a copy of their own. It is not watched but read again when it is looked
 * at and has become old, and every few seconds while somebody listens to its changes.
 */
export interface PersonalCopy extends LiveCopy {
  /** Whether the cluster is one of these. */
  has(cluster: string): boolean;
  /** See `LiveCopy`. A cluster that did not answer the last time is not waited for. */
  current(
    signal: AbortSignal,
    maxMs: number,
    cluster: string | undefined,
  ): Promise<void>;
  /** Undefined for a cluster that is not among these, or for which the person has no token. */
  source(cluster: string): PersonalSource | undefined;
}
