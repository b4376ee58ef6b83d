import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  apiErrorAnswerSchema,
  buildComparisonSchema,
  type BuildComparison,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';

jest.setTimeout(60_000);

describe('GET /v1/builds/:cluster/:namespace/:name/compare', () => {
  let chain: SupplyChain;
  beforeAll(async () => {
    chain = await startSupplyChain();
  });
  afterAll(() => chain.stop());
  afterEach(() => chain.setPolicy(() => ({ result: AuthorizeResult.ALLOW })));

  const ask = (path: string, query = '') =>
    chain.fetch(`/v1/builds/build/${path}/compare${query}`);
  const compare = async (path: string, query = ''): Promise<BuildComparison> =>
    buildComparisonSchema.parse(await (await ask(path, query)).json());
  const told = ({ differences }: BuildComparison) =>
    differences.map(({ title }) => title);

  it.each<[string, string, string[]]>([
    [
      'storefront/payments-build-6',
      '?with=payments-build-2',
      [
        'Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
        'Run image updated',
        'The CNB lifecycle moved from 0.20.19 to 0.21.17',
      ],
    ],
    [
      'storefront/orders-build-4',
      '?with=orders-build-1',
      [
        'Configuration changed: env BP_GO_TARGETS, env BP_LOG_LEVEL',
        'Run image updated',
        'The CNB lifecycle moved from 0.20.19 to 0.21.17',
      ],
    ],
    [
      'dev/orders-build-2',
      '?with=orders-build-1',
      ['New source revision 30f615c'],
    ],
    ['storefront/payments-build-3', '?with=payments-build-2', []],
  ])('tells of %s%s what differs', async (path, query, titles) => {
    expect(told(await compare(path, query))).toEqual(titles);
  });

  it('tells the older one first, whichever was named first', async () => {
    const [one, other] = await Promise.all([
      compare('storefront/payments-build-6', '?with=payments-build-2'),
      compare('storefront/payments-build-2', '?with=payments-build-6'),
    ]);
    expect(other).toEqual(one);
    expect([one.from.number, one.to.number]).toEqual([2, 6]);
    expect(
      one.between.map(({ number, sentence }) => [number, sentence]),
    ).toEqual([
      [3, expect.stringMatching(/^Rebuild asked for by hand at/)],
      [4, 'Run image updated, rebased without a rebuild'],
      [5, 'Buildpack acme/node-engine moved from 1.2.0 to 1.3.0'],
      [6, 'The CNB lifecycle moved from 0.20.19 to 0.21.17'],
    ]);
    expect(one.from.produced.digest).not.toBe(one.to.produced.digest);
    expect(one.to.steps.map(({ name }) => name)).toContain('build');
  });

  it('takes the build before it when none is named', async () => {
    const { from, to } = await compare('storefront/payments-build-5');
    expect([from.number, to.number]).toEqual([4, 5]);
  });

  it('takes the first build beside itself, as there is none before it', async () => {
    const { from, to, differences, between } = await compare(
      'storefront/orders-build-1',
    );
    expect(from).toEqual(to);
    expect([...differences, ...between]).toEqual([]);
  });

  it('says what kpack did not record of a build that failed', async () => {
    const { notRecorded } = await compare('storefront/returns-build-2');
    expect(notRecorded).toContain('buildpacks');
  });

  it('hides values from those who may not see them, and tells the names', async () => {
    const path = 'storefront/orders-build-2';
    const shown = await compare(path);
    expect(JSON.stringify(shown)).toContain('DEBUG');
    chain.setPolicy(name => ({
      result:
        name === 'supply-chain.values.read'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
    const hidden = await compare(path);
    expect(told(hidden)).toEqual(told(shown));
    expect(JSON.stringify(hidden)).not.toContain('DEBUG');
    expect(hidden.differences.flatMap(({ details }) => details)).toContainEqual(
      {
        path: 'env.BP_LOG_LEVEL',
        kind: 'added',
        redacted: true,
      },
    );
  });

  it.each([
    ['another image', 'storefront/payments-build-6', '?with=orders-build-1'],
    ['nothing', 'storefront/payments-build-6', '?with=payments-build-99'],
  ])('does not find %s', async (_, path, query) => {
    const answer = await ask(path, query);
    expect(answer.status).toBe(404);
    const { error } = apiErrorAnswerSchema.parse(await answer.json());
    expect(error.code).toBe('not-found');
  });

  it('refuses what cannot be a name', async () => {
    const answer = await ask('storefront/payments-build-6', '?with=a,b%3Dc');
    expect(answer.status).toBe(400);
  });

  it('asks the cluster one question', async () => {
    await compare('storefront/payments-build-6');
    const before = chain.upstream.length;
    await compare('storefront/payments-build-6', '?with=payments-build-2');
    // The archive asks for logs meanwhile.
    const asked = chain.upstream
      .slice(before)
      .filter(({ path }) => path.includes('/builds'));
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
  });
});
