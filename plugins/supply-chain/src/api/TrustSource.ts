import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Where it is said which image is meant: a Build of kpack, or a stage that makes or gets its image another way. */
export type TrustSource =
  | { readonly build: ObjectRef }
  | {
      readonly workload: ObjectRef;
      readonly stage: string;
      /** What the stage serves now when absent. */
      readonly run?: string | undefined;
    };
