import { InvalidRequest } from './errors/InvalidRequest';
import type { LogRequest } from './LogRequest';
import { pathSegment } from './pathSegment';
import { resourcePath } from './resourcePath';

const INSTANT =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

const PODS = { group: '', version: 'v1', plural: 'pods' };

/** Path and query of a container's log; `InvalidRequest` for what the cluster would have to refuse. */
export function logPath(request: LogRequest): string {
  const path = resourcePath(PODS, {
    namespace: request.namespace,
    name: request.pod,
    subresource: 'log',
  });
  const query = new URLSearchParams({
    container: pathSegment('container', 'label', request.container),
  });
  for (const flag of ['follow', 'previous', 'timestamps'] as const) {
    if (request[flag]) query.set(flag, 'true');
  }
  if (request.sinceTime !== undefined) {
    if (!INSTANT.test(request.sinceTime)) throw new InvalidRequest('sinceTime');
    query.set('sinceTime', request.sinceTime);
  }
  for (const count of ['tailLines', 'limitBytes'] as const) {
    const value = request[count];
    if (value === undefined) continue;
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new InvalidRequest(count);
    }
    query.set(count, String(value));
  }
  return `${path}?${query}`;
}
