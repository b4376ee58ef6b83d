import type { Condition } from './Condition';
import type { ObjectMeta } from './ObjectMeta';

/** A kpack ClusterStore: buildpacks that builders can choose from. */
export type ClusterStoreObject = {
  readonly meta: ObjectMeta;
  /** Images named in the spec. */
  readonly sources: readonly string[];
  readonly buildpacks: readonly {
    readonly id: string;
    readonly version?: string;
    readonly homepage?: string;
    /** The source that brought it. */
    readonly source?: string;
  }[];
  readonly observedGeneration?: number;
  readonly conditions: readonly Condition[];
};
