import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { OwnedSubject } from './OwnedSubject';
import type { SubjectQuery } from './SubjectQuery';

/** Whether a condition holds for a subject. Made for lists: no schema is checked a row, as the conditions were when they came. */
export function holds(
  criteria: PermissionCriteria<SubjectQuery>,
  subject: OwnedSubject,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(each => holds(each, subject));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(each => holds(each, subject));
  }
  if ('not' in criteria) return !holds(criteria.not, subject);
  return termHolds(criteria, subject);
}

function termHolds(term: SubjectQuery, subject: OwnedSubject): boolean {
  switch (term.of) {
    case 'cluster':
      return term.values.includes(subject.cluster);
    case 'namespace':
      return term.values.includes(subject.namespace);
    case 'owner':
      return subject.owners.some(owner => term.values.includes(owner));
    case 'label':
      return (
        Object.hasOwn(subject.labels, term.label) &&
        (term.value === undefined || subject.labels[term.label] === term.value)
      );
    default:
      return assertNever(term);
  }
}
