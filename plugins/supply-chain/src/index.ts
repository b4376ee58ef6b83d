/**
 * Supply Chain View: a workload's way to production, and why each image was built.
 *
 * @packageDocumentation
 */
export { supplyChainPlugin as default } from './plugin';
export {
  supplyChainApiRef,
  type LogRequest,
  type SupplyChainApi,
} from './api/SupplyChainApi';
export type { LogSource } from './api/LogSource';
export { supplyChainTranslationRef } from './translation/supplyChainTranslationRef';
