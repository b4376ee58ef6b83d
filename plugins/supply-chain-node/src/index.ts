/**
 * For integrators of Supply Chain View: what a backend module can put in place of our own.
 *
 * @packageDocumentation
 */
export * from './ArchivedLogKey';
export * from './LogArchive';
export * from './LogNotArchived';
export * from './OwnersQuestion';
export * from './WorkloadIdentity';
export * from './WorkloadOwners';
export * from './logArchiveExtensionPoint';
export * from './ownersExtensionPoint';
export * from './StageInspector';
export * from './stageInspectorsExtensionPoint';
