import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { SubjectQuery } from './SubjectQuery';

/** The owners that a condition asks about: only then the catalog has to be asked, and only about these. */
export function ownersMentioned(
  criteria: PermissionCriteria<SubjectQuery>,
): readonly string[] {
  if ('allOf' in criteria) return criteria.allOf.flatMap(ownersMentioned);
  if ('anyOf' in criteria) return criteria.anyOf.flatMap(ownersMentioned);
  if ('not' in criteria) return ownersMentioned(criteria.not);
  return criteria.of === 'owner' ? criteria.values : [];
}
