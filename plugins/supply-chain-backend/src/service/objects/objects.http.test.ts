import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  apiErrorAnswerSchema,
  objectViewSchema,
  stageDetailViewSchema,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { parse } from 'yaml';
import { ndjson } from '../../testing/ndjson';
import {
  startSupplyChain,
  type SupplyChain,
} from '../../testing/startSupplyChain';

jest.setTimeout(60_000);

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

let chain: SupplyChain;
beforeAll(async () => {
  chain = await startSupplyChain();
});
afterEach(() => chain.setPolicy(() => ALLOW));
afterAll(() => chain.stop());

const read = async (path: string) => {
  const response = await chain.fetch(`/v1/objects/build/${path}`);
  return { status: response.status, body: (await response.json()) as unknown };
};
const view = async (path: string) =>
  objectViewSchema.parse((await read(path)).body);
const stage = async (path: string) =>
  stageDetailViewSchema.parse(
    await (await chain.fetch(`/v1/workloads/build/${path}`)).json(),
  );

describe('an object as clean YAML', () => {
  it.each([
    ['storefront/workloads.carto.run/checkout', 'Workload'],
    ['storefront/images.kpack.io/checkout', 'Image'],
    ['storefront/runnables.carto.run/checkout-test', 'Runnable'],
    [
      'storefront/gitrepositories.source.toolkit.fluxcd.io/checkout',
      'GitRepository',
    ],
    [
      'storefront/podintents.conventions.carto.run/checkout?workload=checkout',
      'PodIntent',
    ],
    [
      'storefront/configmaps/checkout-with-claims?workload=checkout',
      'ConfigMap',
    ],
  ])('%s', async (path, kind) => {
    const { yaml, ...rest } = await view(path);
    const object = parse(yaml);
    expect(rest).toMatchObject({ kind, kept: [] });
    expect(object.kind).toBe(kind);
    expect(Object.keys(object.metadata)).toEqual(['name']);
    expect(object).not.toHaveProperty('status');
  });

  it('is found up all its owners: a step’s pod belongs to the workload', async () => {
    const { runs } = await stage('backoffice/pricing/stages/source-tester');
    const task = runs?.list[0]?.tasks[0];
    expect((await view(`backoffice/pods/${task?.pod}`)).kind).toBe('Pod');
  });

  it('keeps what is asked for', async () => {
    const { yaml, kept } = await view(
      'storefront/images.kpack.io/checkout?keep=labels,status',
    );
    const object = parse(yaml);
    expect(kept).toEqual(['labels', 'status']);
    expect(object.metadata.labels['carto.run/workload-name']).toBe('checkout');
    expect(object.status.latestImage).toMatch(/@sha256:/);
  });

  it('hides the values of variables from who may not see them', async () => {
    const path = 'storefront/configmaps/cutoff?workload=cutoff';
    expect((await view(path)).yaml).toContain('100 requests per minute');
    chain.setPolicy(permission =>
      permission === 'supply-chain.values.read' ? DENY : ALLOW,
    );
    const { yaml, redacted } = await view(path);
    expect(redacted).toBe(true);
    expect(yaml).not.toContain('requests per minute');
    expect(yaml).toContain('RATE_LIMIT_LOGIN');
  });

  it.each([
    ['a ConfigMap of nobody', 'storefront/configmaps/kube-root-ca.crt'],
    [
      'one of nobody, with a workload named',
      'storefront/configmaps/kube-root-ca.crt?workload=checkout',
    ],
    ['a secret', 'storefront/secrets/checkout'],
    [
      'a secret that a workload is said to have',
      'storefront/secrets/checkout?workload=checkout',
    ],
    ['nothing', 'storefront/images.kpack.io/no-such'],
    ['a kind that nobody knows', 'storefront/gizmos.acme.example/checkout'],
  ])('is not there: %s', async (_, path) => {
    const { status, body } = await read(path);
    expect(status).toBe(404);
    expect(apiErrorAnswerSchema.parse(body).error.code).toBe('not-found');
  });

  it('is not there for who may not see its workload, in the same words', async () => {
    const path = (name: string) => `storefront/images.kpack.io/${name}`;
    const absent = await read(path('checkoux'));
    chain.setPolicy(() => DENY);
    const hidden = await read(path('checkout'));
    expect(hidden.status).toBe(404);
    const words = ({ body }: typeof hidden) =>
      apiErrorAnswerSchema.parse(body).error.message;
    expect(words(hidden)).toBe(words(absent).replace('checkoux', 'checkout'));
  });

  it.each([
    'storefront/images.kpack.io/checkout?keep=everything',
    'storefront/UPPER/x',
  ])('is asked for in a way that makes no sense: %s', async path =>
    expect((await read(path)).status).toBe(400),
  );
});

describe('an open stage', () => {
  const INTENTS = {
    group: 'conventions.carto.run',
    version: 'v1alpha1',
    plural: 'podintents',
  };

  it('tells a change of its object, and costs the cluster nothing for a second reader', async () => {
    const open = () =>
      chain.fetch('/v1/stream', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          topics: [
            {
              ...{ type: 'stage', id: 's', stage: 'config-provider' },
              ref: {
                cluster: 'build',
                namespace: 'storefront',
                name: 'orders',
              },
            },
          ],
        }),
      });
    const first = ndjson<StreamMessage>(await open());
    const second = ndjson<StreamMessage>(await open());
    const said = async (messages: typeof first, text: string) => {
      for (;;) {
        // Not `for await`: leaving that would end the stream.
        const { done, value } = await messages.next();
        if (done) return false;
        if (JSON.stringify(value).includes(text)) return true;
      }
    };
    expect(await said(first, 'acme-conventions')).toBe(true);
    expect(await said(second, 'acme-conventions')).toBe(true);
    const intents = chain.upstream.filter(({ path }) =>
      path.includes('/podintents?'),
    );
    expect(
      intents
        .filter(({ path }) => path.includes('orders'))
        .map(({ path }) => (path.includes('watch=true') ? 'watch' : 'list')),
    ).toEqual(['list', 'watch']);

    const third = ndjson<StreamMessage>(await open());
    expect(await said(third, 'acme-conventions')).toBe(true);
    const { state } = chain.demo.build;
    const intent = state.get(INTENTS, 'storefront', 'orders');
    const template = Object(Object(intent?.status).template);
    state.apply(INTENTS, {
      ...(intent ?? { metadata: { name: 'orders' } }),
      status: {
        ...Object(intent?.status),
        template: {
          ...template,
          metadata: {
            ...template.metadata,
            annotations: {
              'conventions.carto.run/applied-conventions': 'acme/brand-new',
            },
          },
        },
      },
    });
    expect(await said(third, 'acme/brand-new')).toBe(true);
    expect(
      chain.upstream.filter(
        ({ path }) => path.includes('/podintents?') && path.includes('orders'),
      ),
    ).toHaveLength(2);
    for (const each of [first, second, third]) await each.return?.(undefined);
  });
});

describe('a kind that the cluster does not let us read', () => {
  it('is named with verb, resource and namespace, on the stage and for its YAML', async () => {
    chain.demo.build.state.remove(
      {
        group: 'rbac.authorization.k8s.io',
        plural: 'clusterrolebindings',
      },
      undefined,
      'supply-chain-view-stages:backstage',
    );
    const { problems, facts } = await stage(
      'storefront/payments/stages/config-provider',
    );
    const denied = {
      because: 'denied',
      cluster: 'build',
      verb: 'list',
      resource: 'podintents.conventions.carto.run',
      namespace: 'storefront',
    };
    expect(facts).toBeUndefined();
    expect(problems).toContainEqual(denied);
    const { status, body } = await read(
      'storefront/podintents.conventions.carto.run/payments?workload=payments',
    );
    expect(status).toBe(403);
    expect(apiErrorAnswerSchema.parse(body).error).toMatchObject({
      code: 'cluster-denied',
      verb: 'list',
      resource: 'podintents.conventions.carto.run',
      namespace: 'storefront',
    });
  });
});
