import type { Condition } from './Condition';
import type { ObjectMeta } from './ObjectMeta';
import type { ResolvedImage } from './ResolvedImage';

export type ApiVersions = {
  readonly supported: readonly string[];
  readonly deprecated: readonly string[];
};

/** A kpack ClusterLifecycle (kpack v0.17 and later): the binaries that run the steps of a build. */
export type ClusterLifecycleObject = {
  readonly meta: ObjectMeta;
  readonly image: ResolvedImage;
  readonly version?: string;
  readonly buildpackApis: ApiVersions;
  readonly platformApis: ApiVersions;
  readonly observedGeneration?: number;
  readonly conditions: readonly Condition[];
};
