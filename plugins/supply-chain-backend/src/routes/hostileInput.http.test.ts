import { mockCredentials } from '@backstage/backend-test-utils';
import { apiErrorAnswerSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { everyKindRead, type AskedByItself } from '../testing/everyKindRead';
import { rawRequest, type RawAnswer } from '../testing/rawRequest';
import { routesOf } from '../testing/routesOf';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';
import { findTeams } from '../testing/walk/findTeams';

jest.setTimeout(120_000);

/** Requests a property. Each goes through the whole backend; a few hundred in all keep the file within seconds. */
const RUNS = 60;

let chain: SupplyChain;
let byItself: AskedByItself;
/** Of a build that has ended: following it ends as well. */
let endedLog: string;
beforeAll(async () => {
  // By a plugin of its own: stages that were looked at are watched for a minute more.
  const before = await startSupplyChain();
  const [team] = await findTeams(before);
  await before.stop();
  chain = await startSupplyChain();
  byItself = await everyKindRead(chain);
  const { cluster, namespace, name } = team?.build ?? {};
  endedLog = `/v1/builds/${cluster}/${namespace}/${name}/logs`;
});
afterAll(() => chain.stop());

const headers = { Authorization: mockCredentials.user.header() };
const asJson = { ...headers, 'Content-Type': 'application/json' };

/** What has broken servers before, as it is meant after decoding once. */
const known = fc.constantFrom(
  ...['.', '..', '...', '../..', '..\\..', '/', '//', '\\', 'a/b', 'a\\b'],
  ...['../../../api/v1/secrets', '..;/', '%2e%2e', '%2f', '%252e%252e%252f'],
  ...['..%2f..%2fapi', '%5c', '%00', '\u0000', 'a\u0000b', 'a\nb', 'a\r\nb'],
  ...['x\r\nSet-Cookie: a=b', 'a?b=c', 'a#b', 'a;b=c', 'a&b', 'a b', ' a'],
  ...['*', '~', '-a', 'a-', '.a', 'a.', 'a..b', 'A', 'kube-System', 'ä', '𝒳'],
  ...['\u202e', '．．', '／', '\ud800', '[object Object]', '__proto__', '{}'],
  ...['constructor', 'null', '$where', "' or 1=1--", '<script>', '${7*7}'],
  ...['a'.repeat(254), `${'a'.repeat(64)}.b`, 'é'.repeat(100)],
);
const hostile = fc.oneof(
  { weight: 3, arbitrary: known },
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.tuple(known, known).map(([a, b]) => `${a}${b}`),
);

/** `encodeURIComponent` throws on half a character; a client may send it all the same. */
function encoded(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** Names that Kubernetes would take, and that are no objects here. */
const isName = {
  cluster: (text: string) => /^[\x20-\x7e\u00a0-\u00ff]{1,253}$/.test(text),
  namespace: (text: string) => isLabels(text, 63) && !text.includes('.'),
  name: (text: string) => isLabels(text, 253),
  resource: (text: string) => isLabels(text, 253),
  stage: (text: string) =>
    // eslint-disable-next-line no-control-regex -- Control characters are just what is refused.
    /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]{1,253}$/.test(text),
};
type Param = keyof typeof isName;

function isLabels(text: string, longest: number): boolean {
  const labels = text.split('.');
  return (
    text.length <= longest &&
    labels.every(label => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))
  );
}

/** Nothing is asked of a cluster because of a request, and the answer is one that a person can act on. */
async function answerOf(
  request: Parameters<typeof rawRequest>[1],
): Promise<RawAnswer> {
  const before = chain.upstream.length;
  const answer = await rawRequest(chain.baseUrl, { headers, ...request });
  const asked = chain.upstream.slice(before).filter(each => !byItself(each));
  expect(asked).toEqual([]);
  expect(answer.headers).not.toHaveProperty('set-cookie');
  if (answer.status >= 500) {
    throw new Error(`${answer.status} for ${request.path}: ${answer.body}`);
  }
  return answer;
}

/** The message of a 400 of ours. */
function refusal({ status, body }: RawAnswer): string {
  expect(status).toBe(400);
  const { error } = apiErrorAnswerSchema.parse(JSON.parse(body));
  expect(error.code).toBe('invalid-request');
  return error.message;
}

const paths = routesOf().filter(({ path }) => path.includes(':'));
const params = paths.flatMap(({ method, path }) =>
  (path.match(/:(\w+)/g) ?? []).map(
    part => [method, path, part.slice(1) as Param] as const,
  ),
);

describe('a path', () => {
  it('has no parameter that this test does not know', () => {
    for (const [, , param] of params) expect(isName).toHaveProperty(param);
  });

  it.each(params)(
    '%s %s takes for %s only what can be one',
    async (method, path, param) => {
      await fc.assert(
        fc.asyncProperty(hostile, async text => {
          const filled = fill(path, { [param]: encoded(text) });
          const answer = await answerOf({ method, path: filled });
          const meant = wellFormed(text);
          if (meant === '') expect([404, 400]).toContain(answer.status);
          else if (isName[param](meant)) expect(answer.status).toBe(404);
          else expect(refusal(answer)).toContain(`${param}: `);
        }),
        { numRuns: RUNS },
      );
    },
  );

  it.each(params)(
    '%s %s may hold anything unencoded for %s, and leads nowhere',
    async (method, path, param) => {
      const raw = fc.constantFrom(
        ...['.', '..', '../..', '..;/', '%2e%2e', '%2f', '%2F..%2F', '%252f'],
        ...['%5c', '\\', '%00', '%', '%zz', '%e0%a4%a', '%ff%fe', '//', '*'],
        ...['%0d%0aX-Injected:%201', 'a%0ab', '%c0%ae%c0%ae', '%u002e', '[]'],
      );
      await fc.assert(
        fc.asyncProperty(raw, async text => {
          const filled = fill(path, { [param]: text });
          const answer = await answerOf({ method, path: filled });
          expect([400, 404]).toContain(answer.status);
          expect(answer.headers).not.toHaveProperty('x-injected');
        }),
        { numRuns: 25 },
      );
    },
  );

  it('is no better for being long', async () => {
    const { status } = await answerOf({
      path: `/v1/workloads/${'a/'.repeat(4000)}`,
    });
    expect(status).toBe(404);
    const named = (length: number) =>
      rawRequest(chain.baseUrl, {
        headers,
        path: `/v1/workloads/build/storefront/${'a'.repeat(length)}`,
      });
    expect((await named(20_000)).status).toBe(431);
    // Node hangs up on who is still talking then, perhaps before they have heard why.
    const million = await named(1_000_000).catch((error: unknown) => error);
    expect([431, 'ECONNRESET', 'EPIPE']).toContain(
      Reflect.get(Object(million), 'status') ??
        Reflect.get(Object(million), 'code'),
    );
  });
});

function fill(path: string, given: Partial<Record<Param, string>>): string {
  const all = {
    ...{ cluster: 'build', namespace: 'storefront', name: 'no-such' },
    ...{ stage: 'image-provider', resource: 'configmaps', ...given },
  };
  return path.replace(/:(\w+)/g, (_, param: Param) => all[param]);
}

describe('a query', () => {
  const names = [
    ...['q', 'cluster', 'namespace', 'phase', 'reason', 'builder', 'owner'],
    ...['entity', 'sort', 'cursor', 'limit', 'unknown', '__proto__'],
  ];

  it.each(names)('takes for %s of the list what makes sense', async name => {
    const form = fc.constantFrom(
      '=',
      '[]=',
      '[a]=',
      '[__proto__]=',
      `=&${name}=`,
    );
    await fc.assert(
      fc.asyncProperty(form, hostile, async (sign, text) => {
        const answer = await answerOf({
          path: `/v1/workloads?limit=1&${name}${sign}${encoded(text)}`,
        });
        if (answer.status !== 200) expect(refusal(answer)).toContain(name);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes no cursor but its own', async () => {
    const forged = fc.oneof(
      hostile,
      fc.base64String(),
      fc.json().map(json => Buffer.from(json).toString('base64url')),
      fc
        .array(fc.oneof(fc.string(), fc.array(fc.string())))
        .map(each => Buffer.from(JSON.stringify(each)).toString('base64url')),
    );
    await fc.assert(
      fc.asyncProperty(forged, async cursor => {
        const answer = await answerOf({
          path: `/v1/workloads?cursor=${encoded(cursor)}`,
        });
        if (answer.status !== 200) expect(refusal(answer)).toContain('cursor');
      }),
      { numRuns: RUNS },
    );
  });

  it.each(['step', 'from', 'follow', 'timestamps', 'download'])(
    'takes for %s of a log what makes sense',
    async name => {
      await fc.assert(
        fc.asyncProperty(hostile, async text => {
          const request = { path: `${endedLog}?${name}=${encoded(text)}` };
          const answer = await rawRequest(chain.baseUrl, {
            headers,
            ...request,
          });
          expect(answer.status).toBeLessThan(500);
          if (answer.status === 400) expect(refusal(answer)).toContain(name);
          else if (name === 'step') expect(text).toMatch(/^[a-z0-9-]*$/);
        }),
        { numRuns: 20 },
      );
    },
  );
});

describe('a body', () => {
  const all = routesOf().filter(({ method }) => method === 'POST');
  const posts = all.filter(({ path }) => !path.includes(':'));
  const others = all.filter(({ path }) => path.includes(':'));

  it.each(others)('of $method $path changes nothing', async ({ path }) => {
    const long = JSON.stringify('a'.repeat(1_000_000));
    for (const body of ['', '{', 'null', '[[]]', '{"__proto__":1}', long]) {
      const { status } = await answerOf({
        ...{ method: 'POST', path: fill(path, {}), headers: asJson, body },
      });
      expect([400, 404, 413]).toContain(status);
    }
  });

  it.each(posts)('of $method $path is one, or is refused', async ({ path }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.json(), hostile, fc.constant('{"topics":')),
        async body => {
          const answer = await answerOf({
            ...{ method: 'POST', path, headers: asJson, body },
          });
          refusal(answer);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it.each(posts)(
    'of $method $path has topics about names that can be ones',
    async ({ path }) => {
      const ref = fc.record({
        cluster: fc.oneof(fc.constant('build'), hostile),
        namespace: fc.oneof(fc.constant('storefront'), hostile),
        name: fc.oneof(fc.constant('no-such'), hostile),
      });
      await fc.assert(
        fc.asyncProperty(
          ref,
          fc.constantFrom('workload', 'stage', 'delivery', 'builds', 'build'),
          hostile,
          async (of, type, stage) => {
            const valid =
              isName.cluster(of.cluster) &&
              isName.namespace(of.namespace) &&
              isName.name(of.name) &&
              (type !== 'stage' || isName.stage(stage));
            fc.pre(!valid);
            const topics = [{ id: 'a', type, ref: of, stage }];
            const answer = await answerOf({
              ...{ method: 'POST', path, headers: asJson },
              body: JSON.stringify({ topics }),
            });
            expect(refusal(answer)).toMatch(/^topics\.0\.(ref|stage)/);
          },
        ),
        { numRuns: RUNS },
      );
    },
  );

  it.each(posts)('of $method $path may not be long', async ({ path }) => {
    const body = JSON.stringify({ topics: [{ id: 'a'.repeat(1_000_000) }] });
    const { status } = await answerOf({
      ...{ method: 'POST', path, headers: asJson, body },
    });
    expect(status).toBe(413);
  });

  it('of another kind is refused', async () => {
    for (const type of ['text/plain', 'application/xml', 'a'.repeat(100)]) {
      const answer = await answerOf({
        ...{ method: 'POST', path: '/v1/stream', body: '<a/>' },
        headers: { ...headers, 'Content-Type': type },
      });
      expect(refusal(answer)).not.toContain('<a/>');
    }
  });
});

it('leaves nothing in the audit log that would break a line', () => {
  expect(chain.audited.length).toBeGreaterThan(0);
  for (const { event } of chain.audited) {
    for (const value of Object.values(event.meta ?? {})) {
      expect(String(value)).toMatch(/^[\x20-\x7e\xa0-\xff]*$/);
    }
  }
});
