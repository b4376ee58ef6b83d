import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import type { supplyChainTranslationRef } from './supplyChainTranslationRef';

/** The `t` of our translation reference, for functions that make sentences outside of components. */
export type Words = TranslationFunction<
  (typeof supplyChainTranslationRef)['T']
>;
