import type { ListRequest } from './ListRequest';

/** The part of a query that says which objects of a kind. */
export function selectionQuery(request: ListRequest): URLSearchParams {
  const query = new URLSearchParams();
  if (request.labelSelector !== undefined) {
    query.set('labelSelector', request.labelSelector);
  }
  if (request.fieldSelector !== undefined) {
    query.set('fieldSelector', request.fieldSelector);
  }
  return query;
}
