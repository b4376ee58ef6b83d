import type { Clock } from '../clock/Clock';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { ClusterContact } from './ClusterContact';
import type { KindWriter } from './KindWriter';
import type { ListPlaces } from './ListPlaces';
import type { StoreChange } from './StoreChange';
import type { StreamingLists } from './StreamingLists';
import type { WatchedKind } from './WatchedKind';

/** What all reflectors of one kind of one cluster have in common, whatever namespace they read. */
export interface SharedReflectorOptions<T> {
  readonly api: KubernetesApi;
  readonly cluster: string;
  readonly kind: WatchedKind<T>;
  readonly store: KindWriter;
  readonly contact: ClusterContact;
  readonly streaming: StreamingLists;
  /** Of all clusters and kinds together. */
  readonly places: ListPlaces;
  /** Resolves when the cluster seems to have the kind. */
  readonly untilServed: (signal: AbortSignal) => Promise<void>;
  readonly clock: Clock;
  readonly random: () => number;
  /** Seconds of the first watch, where it shall end early. */
  readonly early?: number | undefined;
  readonly onObjects: (change: StoreChange) => void;
}
