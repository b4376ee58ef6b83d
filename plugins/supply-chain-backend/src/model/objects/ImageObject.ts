import type { BuildSource } from './BuildSource';
import type { Condition } from './Condition';
import type { ObjectMeta } from './ObjectMeta';

/** A kpack Image, as far as we show it. */
export type ImageObject = {
  readonly meta: ObjectMeta;
  readonly tag?: string;
  readonly additionalTags: readonly string[];
  /** `imageTaggingStrategy`: `BuildNumber` or `None`. */
  readonly tagging?: string;
  readonly serviceAccount?: string;
  /** Size of the cache's volume, or the tag it is pushed to. */
  readonly cache?: string;
  /** Builds that kpack keeps of each outcome. */
  readonly keeps: { readonly succeeded?: number; readonly failed?: number };
  readonly builder: { readonly kind?: string; readonly name?: string };
  readonly source: BuildSource;
  readonly observedGeneration?: number;
  readonly conditions: readonly Condition[];
  readonly latestBuildRef?: string;
  readonly latestBuildReason?: string;
  readonly buildCount?: number;
  /** `repo@sha256:...` of the last build that succeeded. */
  readonly latestImage?: string;
};
