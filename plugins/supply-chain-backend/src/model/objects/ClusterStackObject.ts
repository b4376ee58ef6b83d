import type { Condition } from './Condition';
import type { ObjectMeta } from './ObjectMeta';
import type { ResolvedImage } from './ResolvedImage';

/** A kpack ClusterStack: what images are built on and run on. */
export type ClusterStackObject = {
  readonly meta: ObjectMeta;
  readonly id?: string;
  readonly buildImage: ResolvedImage;
  readonly runImage: ResolvedImage;
  readonly observedGeneration?: number;
  readonly conditions: readonly Condition[];
};
