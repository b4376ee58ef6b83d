import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { SubjectQuery } from './SubjectQuery';

/** Whether a condition asks for owners: only then the catalog has to be asked. */
export function mentionsOwner(
  criteria: PermissionCriteria<SubjectQuery>,
): boolean {
  if ('allOf' in criteria) return criteria.allOf.some(mentionsOwner);
  if ('anyOf' in criteria) return criteria.anyOf.some(mentionsOwner);
  if ('not' in criteria) return mentionsOwner(criteria.not);
  return criteria.of === 'owner';
}
