/**
 * For integrators of Supply Chain View: what a backend module can put in place of our own.
 *
 * @packageDocumentation
 */
export * from './OwnersQuestion';
export * from './WorkloadIdentity';
export * from './WorkloadOwners';
export * from './ownersExtensionPoint';
