import type { StampedQuery } from '../../model/StampedQuery';

/** Equal for queries that ask the same. */
export function stampedKey(query: StampedQuery): string {
  const { cluster, resource, namespace, name, labelSelector, about } = query;
  const { group, version, plural } = resource;
  return [
    ...[cluster, group, version, plural, namespace, name, labelSelector],
    ...[about?.kind, about?.name],
  ]
    .map(part => part ?? '')
    .join('\n');
}
