import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuilderObject } from './objects/BuilderObject';
import type { BuildObject } from './objects/BuildObject';
import type { DeliverableObject } from './objects/DeliverableObject';
import type { EventObject } from './objects/EventObject';
import type { ImageObject } from './objects/ImageObject';
import type { PodObject } from './objects/PodObject';
import type { SupplyChainObject } from './objects/SupplyChainObject';
import type { WorkloadObject } from './objects/WorkloadObject';
import type { StampedQuery } from './StampedQuery';
import type { StampedRead } from './StampedRead';

/**
 * What stands in one cluster around the object in question, as far as it could be read.
 * Look-ups instead of lists, so that a live copy hands its indexes through; all of them are pure reads of one moment.
 */
export interface Surroundings {
  /** The cluster's name in the kubernetes plugin's list. */
  readonly cluster: string;
  /** Milliseconds since the epoch. Whoever lets it decide says with `holdsUntil` how long that decision is good. */
  readonly now: number;
  /** The cluster has not been heard of for a while: everything shown is old. */
  readonly stale: boolean;

  workload(namespace: string, name: string): WorkloadObject | undefined;
  /** Every chain of the cluster; empty too when they cannot be read, then `problem` tells. */
  supplyChains(): readonly SupplyChainObject[];
  /** One of them, where that costs less than all. */
  supplyChain?(name: string): SupplyChainObject | undefined;
  image(namespace: string, name: string): ImageObject | undefined;
  /** What an Image names as its builder; of the whole cluster without a namespace. Absent where builders are not looked at. */
  builder?(
    namespace: string | undefined,
    name: string,
  ): BuilderObject | undefined;
  /** Builds with the label of this Image, in any order. */
  builds(namespace: string, image: string): readonly BuildObject[];
  /** The pod with the label `kpack.io/build` of this Build. */
  podOfBuild(namespace: string, build: string): PodObject | undefined;
  /** Deliverables of this name on every cluster where one was found: building and running may happen on different ones. */
  deliverables(
    namespace: string,
    name: string,
  ): readonly {
    readonly cluster: string;
    readonly deliverable: DeliverableObject;
  }[];
  /** Events about a pod, of those that `unexplainedPod` asks for, where they are read. */
  podEvents?(namespace: string, pod: string): readonly EventObject[];

  /**
   * Objects of kinds that are not always watched, where they are read: on single pages, not in lists. What it answers at
   * first is a problem, `loading`; the view is derived again with what came.
   */
  stamped?(query: StampedQuery): StampedRead;

  /** Why a kind (`plural.group`, `pods`, `events`) cannot be read, or cannot be trusted; undefined when all is well. */
  problem(resource: string): Problem | undefined;
  /** What is being derived is good until then (milliseconds since the epoch) and must be derived again after. */
  holdsUntil?(at: number): void;
  /** `sha256:<hex>` of the UTF-8 bytes; proves that an output is whole. Without it 1,024 bytes count as cut. */
  sha256?(text: string): string;
}
