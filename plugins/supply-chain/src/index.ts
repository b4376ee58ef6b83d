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
export { LogViewer } from './logs/LazyLogViewer';
export type { LogViewerProps } from './logs/LogViewer';
export type { LogContent, LogStream } from './logs/LogContent';
export { supplyChainTranslationRef } from './translation/supplyChainTranslationRef';
