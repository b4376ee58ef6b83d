import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { SubjectQuery } from './SubjectQuery';

type Verdict = 'always' | 'perhaps' | 'never';

/**
 * Whether a condition could hold for anything on this cluster. A cluster may be unreachable, so that nothing on it is
 * known: it is hidden only from those whom the condition shuts out whatever is there.
 */
export function couldHoldOn(
  cluster: string,
  criteria: PermissionCriteria<SubjectQuery>,
): boolean {
  return verdict(cluster, criteria) !== 'never';
}

function verdict(
  cluster: string,
  criteria: PermissionCriteria<SubjectQuery>,
): Verdict {
  if ('allOf' in criteria) {
    const all = criteria.allOf.map(each => verdict(cluster, each));
    if (all.includes('never')) return 'never';
    return all.includes('perhaps') ? 'perhaps' : 'always';
  }
  if ('anyOf' in criteria) {
    const any = criteria.anyOf.map(each => verdict(cluster, each));
    if (any.includes('always')) return 'always';
    return any.includes('perhaps') ? 'perhaps' : 'never';
  }
  if ('not' in criteria) {
    const inner = verdict(cluster, criteria.not);
    if (inner === 'perhaps') return 'perhaps';
    return inner === 'always' ? 'never' : 'always';
  }
  if (criteria.of !== 'cluster') return 'perhaps';
  return criteria.values.includes(cluster) ? 'always' : 'never';
}
