import type { Condition } from './Condition';
import type { ObjectMeta } from './ObjectMeta';
import type { OrderGroup } from './OrderGroup';

/** A kpack Builder or ClusterBuilder (namespace ''), as far as we show it. */
export type BuilderObject = {
  readonly meta: ObjectMeta;
  /** Where the builder image is pushed. */
  readonly tag?: string;
  /** Name of its ClusterStack. */
  readonly stack?: string;
  /** Name of its ClusterStore. */
  readonly store?: string;
  /** Name of its ClusterLifecycle; kpack before v0.17 has none. */
  readonly lifecycle?: string;
  /** As asked for in the spec: often without versions. */
  readonly asked: readonly OrderGroup[];
  /** As kpack resolved it at the last success: every buildpack with its version. */
  readonly order: readonly OrderGroup[];
  /** All buildpacks inside. */
  readonly buildpacks: readonly {
    readonly id: string;
    readonly version?: string;
    readonly homepage?: string;
  }[];
  readonly stackId?: string;
  /** kpack's own copy of the run image since v0.14: only its digest can be compared with the stack's. */
  readonly runImage?: string;
  readonly lifecycleVersion?: string;
  /** `repo@sha256:...` of the last one that was built. */
  readonly latestImage?: string;
  readonly observedGeneration?: number;
  readonly observedStackGeneration?: number;
  readonly observedStoreGeneration?: number;
  readonly conditions: readonly Condition[];
};
