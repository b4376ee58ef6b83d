import type { BuildSource } from './BuildSource';
import type { Condition } from './Condition';
import type { ObjectMeta } from './ObjectMeta';

/** A kpack Image, as far as we show it. */
export type ImageObject = {
  readonly meta: ObjectMeta;
  readonly tag?: string;
  readonly builder: { readonly kind?: string; readonly name?: string };
  readonly source: BuildSource;
  readonly observedGeneration?: number;
  readonly conditions: readonly Condition[];
  readonly latestBuildRef?: string;
  readonly latestBuildReason?: string;
  /** `repo@sha256:...` of the last build that succeeded. */
  readonly latestImage?: string;
};
