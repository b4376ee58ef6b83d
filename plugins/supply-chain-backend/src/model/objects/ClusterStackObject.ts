import type { Condition } from './Condition';
import type { ObjectMeta } from './ObjectMeta';
import type { ResolvedImage } from './ResolvedImage';

/** A kpack ClusterStack: what images are built on and run on. */
export type ClusterStackObject = {
  readonly meta: ObjectMeta;
  readonly id?: string;
  readonly buildImage: ResolvedImage;
  readonly runImage: ResolvedImage;
  /** Operating system packages that buildpacks may ask for: the first ones, there can be a thousand. */
  readonly mixins: readonly string[];
  readonly mixinCount: number;
  readonly observedGeneration?: number;
  readonly conditions: readonly Condition[];
};
