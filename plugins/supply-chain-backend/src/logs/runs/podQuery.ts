import type { StampedQuery } from '../../model/StampedQuery';

/** The question for one pod. Whoever reads it and whoever wants to know its containers' states ask the same one. */
export function podQuery(
  cluster: string,
  namespace: string,
  name: string,
): StampedQuery {
  const resource = { group: '', version: 'v1', plural: 'pods' };
  return { cluster, namespace, name, resource };
}
