/**
 * The backend of Supply Chain View.
 *
 * @packageDocumentation
 */
export { supplyChainPlugin as default } from './plugin';
export {
  createSupplyChainConditionalDecision,
  supplyChainConditions,
} from './access/supplyChainConditions';
export { subjectResourceRef } from './access/subjectResourceRef';
export type { OwnedSubject } from './access/OwnedSubject';
export type { Subject } from './service/Subject';
export type { SubjectQuery } from './access/SubjectQuery';
