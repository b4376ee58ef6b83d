import type {
  BuilderRef,
  BuildersAnswer,
  BuildersQuery,
  BuilderView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/**
 * Answers about builders, stacks, stores and lifecycles, and how far their updates have come. `As` says on whose behalf: a
 * reader of `Caller` authorises (routes get this one), a reader of `Sight` has been told what may be seen. Images that may
 * not be seen are in no list, count or sentence.
 */
export interface BuilderReader<As> {
  builders(query: BuildersQuery, as: As): Promise<BuildersAnswer>;
  builder(ref: BuilderRef, as: As): Promise<BuilderView>;
}
