import type { AskedFor } from './errors/AskedFor';
import { parseRefusal } from './parseRefusal';
import { refusalError } from './refusalError';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const list: AskedFor = {
  cluster: 'build',
  verb: 'list',
  resource: 'builds.kpack.io',
};
const get: AskedFor = {
  ...list,
  verb: 'get',
  namespace: 'dev',
  name: 'nothere',
};
const log: AskedFor = {
  cluster: 'build',
  verb: 'get',
  resource: 'pods/log',
  namespace: 'dev',
  name: 'p',
};

const status = (
  code: number,
  reason: string,
  message: string,
  details?: object,
) =>
  JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    details,
    code,
  });
const backstage = (name: string, message: string) =>
  JSON.stringify({ error: { name, message }, request: {}, response: {} });

function errorOf(
  asked: AskedFor,
  code: number,
  body: string,
  retryAfter: string | null = null,
) {
  return refusalError(
    asked,
    parseRefusal(code, retryAfter, body, NOW),
    () => new Date(NOW),
  );
}

// The bodies are those of a real API server and of the real kubernetes backend plugin.
describe('what an answer that refuses means', () => {
  it.each([
    [
      'no right',
      list,
      403,
      status(
        403,
        'Forbidden',
        'builds.kpack.io is forbidden: User "viewer" cannot list resource "builds"',
      ),
      { because: 'denied', by: 'cluster' },
    ],
    [
      'a wrong token for the cluster',
      list,
      401,
      status(401, 'Unauthorized', 'Unauthorized'),
      { because: 'denied', by: 'credentials' },
    ],
    [
      'no permission in Backstage',
      list,
      403,
      backstage('NotAllowedError', 'Unauthorized'),
      { because: 'denied', by: 'backstage' },
    ],
    [
      'a wrong token for Backstage',
      list,
      401,
      backstage('AuthenticationError', 'Illegal token'),
      { because: 'denied', by: 'backstage' },
    ],
    [
      'a group that is not installed',
      list,
      404,
      '404 page not found\n',
      { because: 'kind-absent' },
    ],
    [
      'a kind that is not installed, asked for by name',
      get,
      404,
      '404 page not found\n',
      { because: 'kind-absent' },
    ],
    [
      'a Status about the kind',
      get,
      404,
      status(
        404,
        'NotFound',
        'the server could not find the requested resource',
        {},
      ),
      { because: 'kind-absent' },
    ],
    [
      'an object that is not there',
      get,
      404,
      status(404, 'NotFound', 'builds.kpack.io "nothere" not found', {
        name: 'nothere',
        group: 'kpack.io',
        kind: 'builds',
      }),
      { because: 'not-found' },
    ],
    [
      'a cluster that Backstage does not know',
      list,
      404,
      backstage('NotFoundError', "Cluster 'build' not found"),
      { because: 'cluster-unknown' },
    ],
    [
      'a cluster that Backstage does not reach',
      list,
      500,
      backstage(
        'ForwardedError',
        "Cluster 'build' request error; caused by Error: connect ECONNREFUSED",
      ),
      { because: 'unreachable' },
    ],
    [
      'a load balancer',
      list,
      502,
      '<html>Bad Gateway</html>',
      { because: 'unreachable' },
    ],
    ['nothing at all', list, 503, '', { because: 'unreachable' }],
    [
      'an API server in trouble',
      list,
      500,
      status(500, 'InternalError', 'etcdserver: request timed out'),
      { because: 'upstream-failure', status: 500 },
    ],
    [
      'too many requests',
      list,
      429,
      status(429, 'TooManyRequests', 'retry', { retryAfterSeconds: 3 }),
      { because: 'too-many-requests', retryAfterMs: 3000 },
    ],
    [
      'a version of the future',
      list,
      504,
      status(504, 'Timeout', 'Too large resource version', {
        retryAfterSeconds: 1,
      }),
      { because: 'too-many-requests', retryAfterMs: 1000 },
    ],
    [
      'too old',
      list,
      410,
      status(410, 'Expired', 'too old resource version: 1 (288)'),
      { because: 'gone' },
    ],
    [
      'a continue token that is none',
      list,
      400,
      status(400, 'BadRequest', 'invalid continue token'),
      { because: 'upstream-failure', status: 400 },
    ],
    [
      'an object that moved on',
      { ...get, verb: 'patch' as const },
      409,
      status(409, 'Conflict', 'the object has been modified'),
      { because: 'conflict' },
    ],
    ['a redirect', list, 302, '', { because: 'upstream-failure', status: 302 }],
    [
      'a container that starts',
      log,
      400,
      status(
        400,
        'BadRequest',
        'container "build" in pod "p" is waiting to start: PodInitializing',
      ),
      { because: 'container-waiting', reason: 'PodInitializing' },
    ],
    [
      'an image that cannot be pulled',
      log,
      400,
      status(
        400,
        'BadRequest',
        'container "build" in pod "p" is waiting to start: trying and failing to pull image',
      ),
      {
        because: 'container-waiting',
        reason: 'trying and failing to pull image',
      },
    ],
    [
      'a container that is not there',
      log,
      400,
      status(400, 'BadRequest', 'container nothere is not valid for pod p'),
      { because: 'not-found' },
    ],
    [
      'a run before that there was not',
      log,
      400,
      status(
        400,
        'BadRequest',
        'previous terminated container "build" in pod "p" not found',
      ),
      { because: 'not-found' },
    ],
    [
      'a pod that is not there',
      log,
      404,
      status(404, 'NotFound', 'pods "p" not found', {
        name: 'p',
        kind: 'pods',
      }),
      { because: 'not-found' },
    ],
    [
      'a node that does not answer',
      log,
      500,
      status(
        500,
        'InternalError',
        'Get "https://10.0.0.1:10250/containerLogs": dial tcp',
      ),
      { because: 'upstream-failure', status: 500 },
    ],
  ])('%s', (_, asked, code, body, expected) => {
    expect(errorOf(asked, code, body)).toMatchObject(expected);
  });

  it.each([
    ['7', 7000],
    ['0', 0],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('understands Retry-After: %s', (retryAfter, retryAfterMs) => {
    expect(errorOf(list, 429, '', retryAfter)).toMatchObject({
      because: 'too-many-requests',
      retryAfterMs,
    });
  });

  it('says where, and nothing of what the cluster wrote', () => {
    for (const code of [400, 401, 403, 404, 409, 410, 429, 500, 502]) {
      const { message } = errorOf(
        list,
        code,
        status(code, 'Secret', 'SECRET', { name: 'SECRET' }),
      );
      expect(message).toContain('build');
      expect(message).not.toContain('SECRET');
    }
    expect(errorOf(list, 403, status(403, 'Forbidden', '')).message).toBe(
      'The cluster does not allow: list builds.kpack.io in all namespaces of cluster build',
    );
  });

  it.each([
    'null',
    '[]',
    '"x"',
    '{"kind":"Status"}',
    '{"kind":"Status","code":"403","details":7}',
    '{"error":null}',
    '{',
    '\0',
  ])('survives the body %s', body =>
    expect(errorOf(list, 403, body)).toMatchObject({ because: 'denied' }),
  );
});
