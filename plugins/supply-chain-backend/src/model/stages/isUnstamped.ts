import type { RealizedResource } from '../objects/OwnerStatus';

/**
 * Cartographer could not fill the template in its last pass. When something was stamped before, it keeps that in the
 * status, outputs and all, but hands nothing on: stages below fail in the same way though the outputs are still shown.
 */
export function isUnstamped(stage: RealizedResource): boolean {
  return stage.conditions.some(
    each =>
      each.type === 'ResourceSubmitted' &&
      each.status === 'False' &&
      each.reason === 'TemplateStampFailure',
  );
}
