import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What a `StampedQuery` found. No objects and no problem: there are none (any more). */
export type StampedRead = {
  /** As the cluster gave them, without `managedFields`; the same objects as long as nothing changes. */
  readonly objects: readonly unknown[];
  /**
   * Why there are none, or only old ones: `denied` with verb, resource and namespace, `absent` where the kind is not
   * installed, `loading` before the first answer.
   */
  readonly problem?: Problem;
  /** There are more than are kept. */
  readonly cut?: true;
  /** It is not followed, because too much is: nobody will tell when that is over. */
  readonly noRoom?: true;
};
