import type { ClusterState } from './ClusterState';
import type { CopyChange } from './CopyChange';
import type { KindCopy } from './KindCopy';
import type { WatchedKind } from './WatchedKind';

/** A live, trimmed copy of what is shown of every cluster. Reading it costs no cluster anything. */
export interface LiveCopy {
  /**
   * In the kubernetes plugin's order; empty until it has answered for the first time. The same array and objects while they
   * say the same, at least of what is shared.
   */
  clusters(): readonly ClusterState[];
  /** Why the list of clusters is missing or old, in words for people; undefined when all is well. */
  problem(): string | undefined;
  /** Empty and `loading` for a cluster that is not (or no longer) among `clusters()`. */
  kind<T>(cluster: string, kind: WatchedKind<T>): KindCopy<T>;
  /** Called at once, in order, after the copy has changed; must not throw. */
  onChange(listener: (change: CopyChange) => void): () => void;
  /** A reader is here: starts copying, and keeps it awake for another idle period. Streams call it at every heartbeat. */
  touch(): void;
  /** Resolves when every first list has answered or failed, at the latest after `maxMs`. Call `touch` before. */
  ready(signal: AbortSignal, maxMs: number): Promise<void>;
  /**
   * Where parts of it are not watched: resolves when what is known of the cluster (of every one, without) is young enough to
   * be told, or it is clear that it cannot be read now; after `maxMs` at the latest.
   */
  current?(
    signal: AbortSignal,
    maxMs: number,
    cluster: string | undefined,
  ): Promise<void>;
}
