import type { Condition } from './Condition';
import type { ContainerState } from './ContainerState';
import type { ObjectMeta } from './ObjectMeta';

/** A build's pod, as far as we show it. */
export type PodObject = {
  readonly meta: ObjectMeta;
  readonly phase?: string;
  /** `Evicted`, `DeadlineExceeded`, ... */
  readonly reason?: string;
  readonly message?: string;
  readonly conditions: readonly Condition[];
  /** Init containers in the order in which they run, then ordinary ones in the order of the spec. */
  readonly containers: readonly PodContainer[];
};

export type PodContainer = {
  readonly name: string;
  readonly init: boolean;
  readonly state: ContainerState;
};
