import type { KindName } from '../recording/KindName.ts';
import type { KubeObject } from '../state/KubeObject.ts';

/** One image build as it was recorded. */
export interface FamilyBuild {
  readonly number: number;
  readonly build: KubeObject;
  readonly pod: KubeObject | undefined;
}

/** A recorded workload with an image built by kpack, and what belongs to it: what generated ones are made from. */
export interface Family {
  readonly workload: KubeObject;
  readonly image: KubeObject;
  /** Newest first; the newest one has its pod. */
  readonly builds: readonly [FamilyBuild, ...FamilyBuild[]];
  /** What else the workload stamped. */
  readonly stamped: readonly {
    readonly resource: KindName;
    readonly object: KubeObject;
  }[];
  /** A moment in the middle of one of its builds; absent when the recording has none. */
  readonly running: (FamilyBuild & { readonly image: KubeObject }) | undefined;
  /** Numbers of all builds that made an image, by its digest; also of builds that are gone. */
  readonly digests: ReadonlyMap<string, number>;
  /** Numbers of all builds by uid of the Build or of its pod. */
  readonly uids: ReadonlyMap<
    string,
    { readonly kind: 'Build' | 'Pod'; readonly number: number }
  >;
}
