import type { Condition } from './Condition';
import type { ObjectMeta } from './ObjectMeta';
import type { OrderGroup } from './OrderGroup';

type Named = {
  readonly id: string;
  readonly version?: string;
  readonly homepage?: string;
};

export type StoreBuildpack = Named & {
  /** The source that brought it. */
  readonly source?: string;
  /** The package within that source. */
  readonly buildpackage?: Named;
  /** What a composite buildpack is made of; empty for one that is not. */
  readonly order: readonly OrderGroup[];
};

/** A kpack ClusterStore: buildpacks that builders can choose from. */
export type ClusterStoreObject = {
  readonly meta: ObjectMeta;
  /** Images named in the spec. */
  readonly sources: readonly string[];
  readonly buildpacks: readonly StoreBuildpack[];
  readonly observedGeneration?: number;
  readonly conditions: readonly Condition[];
};
