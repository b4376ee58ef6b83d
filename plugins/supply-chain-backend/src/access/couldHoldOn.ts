import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { SubjectQuery } from './SubjectQuery';

type Verdict = 'always' | 'perhaps' | 'never';

interface Place {
  readonly cluster: string;
  /** Absent: any namespace of the cluster. */
  readonly namespace?: string | undefined;
}

/**
 * Whether a condition could hold for anything on this cluster, or in this namespace of it. A cluster may be unreachable,
 * so that nothing on it is known: it is hidden only from those whom the condition shuts out whatever is there.
 */
export function couldHoldOn(
  place: Place,
  criteria: PermissionCriteria<SubjectQuery>,
): boolean {
  return verdict(place, criteria) !== 'never';
}

function verdict(
  place: Place,
  criteria: PermissionCriteria<SubjectQuery>,
): Verdict {
  if ('allOf' in criteria) {
    const all = criteria.allOf.map(each => verdict(place, each));
    if (all.includes('never')) return 'never';
    return all.includes('perhaps') ? 'perhaps' : 'always';
  }
  if ('anyOf' in criteria) {
    const any = criteria.anyOf.map(each => verdict(place, each));
    if (any.includes('always')) return 'always';
    return any.includes('perhaps') ? 'perhaps' : 'never';
  }
  if ('not' in criteria) {
    const inner = verdict(place, criteria.not);
    if (inner === 'perhaps') return 'perhaps';
    return inner === 'always' ? 'never' : 'always';
  }
  switch (criteria.of) {
    case 'cluster':
      return known(criteria.values, place.cluster);
    case 'namespace':
      return known(criteria.values, place.namespace);
    case 'owner':
    case 'label':
      return 'perhaps';
    default:
      return assertNever(criteria);
  }
}

function known(values: readonly string[], value: string | undefined): Verdict {
  // No alternative holds for nothing, wherever it is.
  if (values.length === 0) return 'never';
  if (value === undefined) return 'perhaps';
  return values.includes(value) ? 'always' : 'never';
}
