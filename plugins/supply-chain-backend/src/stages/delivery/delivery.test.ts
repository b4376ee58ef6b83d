import {
  deliveriesAnswerSchema,
  type DeliveryDetail,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import type { StampedQuery } from '../../model/StampedQuery';
import type { StampedRead } from '../../model/StampedRead';
import type { Surroundings } from '../../model/Surroundings';
import { clusterAtEnd } from '../../model/testing/recording';
import { addressesOf } from './addressesOf';
import { deliveryState, type Evidence } from './deliveryState';
import { inspectDeliveries } from './inspectDeliveries';

const cluster = clusterAtEnd('run1');
const own = cluster.around();

function deliveredOf(
  overrides: Partial<Surroundings> = {},
): DeliveryDetail | undefined {
  const around = { ...own, ...overrides };
  const workload = cluster.get('workloads.carto.run', 'storefront', 'payments');
  if (!workload) throw new Error('run1 has no payments');
  const view = inspectDeliveries(workload, around);
  expect(deliveriesAnswerSchema.safeParse(view).error?.issues ?? []).toEqual(
    [],
  );
  return view.deliveries[0];
}

const reading = (
  change: (query: StampedQuery, read: StampedRead) => StampedRead,
) => ({
  stamped: (query: StampedQuery) =>
    change(query, own.stamped?.(query) ?? { objects: [] }),
});

const FAILED = {
  conditions: [{ type: 'ReconcileFailed', status: 'True' }],
  friendlyDescription: 'Reconcile failed: Deploying: Error',
  usefulErrorMessage:
    'kapp: Error: waiting on reconcile service/payments:\n  not ready',
  deploy: {
    exitCode: 1,
    stdout: 'Changes\n\u001b[31mfail: reconcile service/payments\u001b[0m',
    stderr: 'kapp: Error: not ready',
    updatedAt: '2026-11-22T21:55:26Z',
  },
};

describe('the delivery of payments', () => {
  it('has its source, its App with what kapp printed, and where the app is reached', () => {
    const detail = deliveredOf();
    expect(detail?.stages).toMatchObject([
      {
        stage: { name: 'source-provider' },
        source: { from: 'git', follows: 'branch main' },
      },
      {
        stage: { name: 'deployer' },
        deploy: {
          kind: 'App',
          says: 'Reconcile succeeded',
          exitCode: 0,
          output: expect.stringContaining('ok: reconcile service/payments'),
        },
      },
    ]);
    expect(detail?.addresses).toEqual([
      {
        kind: 'Service',
        name: 'payments',
        host: 'payments.storefront.apps.example.com',
        url: 'https://payments.storefront.apps.example.com',
        serves: expect.stringMatching(/^payments-\d{5}$/),
      },
    ]);
    expect(detail?.problems).toEqual([]);
  });

  it('is delivered, since what was built is what runs', () => {
    const { state, built, running } = deliveredOf() ?? {};
    expect(state).toBe('delivered');
    expect(running).toContain(built?.split('@')[1]);
  });

  it('tells in full why kapp failed, and what it printed, as plain text', () => {
    const detail = deliveredOf(
      reading(({ resource }, read) => ({
        ...read,
        objects: read.objects.map(raw =>
          resource.plural === 'apps' ? { ...Object(raw), status: FAILED } : raw,
        ),
      })),
    );
    expect(detail?.stages[1]?.deploy).toMatchObject({
      failure: FAILED.usefulErrorMessage,
      exitCode: 1,
      output:
        'Changes\nfail: reconcile service/payments\nkapp: Error: not ready',
    });
  });

  it('names what a cluster refuses, and shows the rest', () => {
    const denied = {
      because: 'denied',
      cluster: 'run',
      verb: 'list',
      resource: 'apps.kappctrl.k14s.io',
      namespace: 'storefront',
    } as const;
    const detail = deliveredOf(
      reading(({ resource }, read) =>
        resource.plural === 'apps' ? { objects: [], problem: denied } : read,
      ),
    );
    expect(detail?.problems).toEqual([denied]);
    expect(detail?.stages[1]).not.toHaveProperty('gone');
    expect(detail?.addresses).toHaveLength(1);
  });

  it('names what of the supply chain cannot be read, beside the delivery', () => {
    const denied = {
      because: 'denied',
      cluster: 'build',
      verb: 'list',
      resource: 'runnables.carto.run',
      namespace: 'storefront',
    } as const;
    const workload = cluster.get(
      'workloads.carto.run',
      'storefront',
      'payments',
    );
    if (!workload) throw new Error('run1 has no payments');
    const view = inspectDeliveries(workload, {
      ...own,
      ...reading(({ resource }, read) =>
        resource.plural === 'runnables'
          ? { objects: [], problem: denied }
          : read,
      ),
    });
    expect(view.problems).toEqual([denied]);
    expect(view.deliveries[0]?.problems).toEqual([]);
    expect(view.deliveries[0]).not.toHaveProperty('written');
    expect(view.deliveries[0]?.state).toBe('delivered');
  });

  it('asks the cluster where it was found, and no other', () => {
    const asked: string[] = [];
    deliveredOf(
      reading((query, read) => {
        if (['apps', 'services'].includes(query.resource.plural))
          asked.push(query.cluster);
        return read;
      }),
    );
    expect(asked).toEqual(['run', 'run']);
  });

  it('shows nothing of an App that is another Deliverable’s', () => {
    const detail = deliveredOf(
      reading(({ resource }, read) => ({
        objects: read.objects.map(raw =>
          resource.plural === 'apps'
            ? {
                ...Object(raw),
                metadata: { ...Object(raw).metadata, ownerReferences: [] },
              }
            : raw,
        ),
      })),
    );
    expect(detail?.stages[1]).toMatchObject({ gone: true });
    expect(detail?.stages[1]).not.toHaveProperty('deploy');
  });

  it.each(['apps', 'services', 'gitrepositories', 'runnables', 'taskruns'])(
    'is a view whatever stands anywhere in its %s',
    plural => {
      const anything = fc.anything({ maxDepth: 3 });
      const place = fc.constantFrom(
        ...['metadata', 'spec', 'status'].flatMap(part => [
          [part],
          ...Object.keys({
            ...{ name: 0, ownerReferences: 0, labels: 0, generation: 0 },
            ...{ conditions: 0, deploy: 0, fetch: 0, url: 0, template: 0 },
            ...{ artifact: 0, usefulErrorMessage: 0, params: 0, results: 0 },
          }).map(key => [part, key]),
        ]),
      );
      fc.assert(
        fc.property(place, anything, ([part = '', key], what) => {
          deliveredOf(
            reading(({ resource }, read) => ({
              ...read,
              objects: read.objects.map(raw => {
                if (resource.plural !== plural) return raw;
                const object: Record<string, unknown> = { ...Object(raw) };
                const inner = key
                  ? { ...Object(object[part]), [key]: what }
                  : what;
                return { ...object, [part]: inner };
              }),
            })),
          );
        }),
        { numRuns: 60 },
      );
    },
  );
});

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const image = (digit: string) => `r/app@sha256:${digit.repeat(64)}`;

describe('what was built last is', () => {
  it.each<[string, Evidence, DeliveryDetail['state']]>([
    [
      'delivered: the commit was deployed',
      { written: A, fetched: `main@sha1:${A}`, deployed: `main@sha1:${A}` },
      'delivered',
    ],
    [
      'behind: fetched, not deployed',
      { written: A, fetched: `main@sha1:${A}`, deployed: `main@sha1:${B}` },
      'behind',
    ],
    [
      'behind: never deployed',
      { written: A, fetched: `main@sha1:${A}` },
      'behind',
    ],
    [
      'not known: another commit, perhaps a later one',
      { written: A, fetched: B, deployed: B },
      'not-known',
    ],
    ['behind: a newer one was fetched', { fetched: A, deployed: B }, 'behind'],
    [
      'delivered: the image runs',
      { built: image('1'), running: image('1') },
      'delivered',
    ],
    [
      'behind: another image runs',
      { built: image('1'), running: image('2') },
      'behind',
    ],
    [
      'not known: tags prove nothing',
      { built: 'r/app:1', running: 'r/app:1' },
      'not-known',
    ],
    [
      'failed: fetched, and its deployment failed',
      { written: A, fetched: A, deployed: B, failed: true },
      'failed',
    ],
    [
      'failed: the first deployment of all',
      { fetched: A, failed: true },
      'failed',
    ],
    [
      'failed: the image before it runs',
      { built: image('1'), running: image('2'), failed: true },
      'failed',
    ],
    [
      'delivered, whatever has failed since',
      { written: A, fetched: B, deployed: A, failed: true },
      'delivered',
    ],
    ['not known: fetched for the first time', { fetched: A }, 'not-known'],
    ['not known: nothing is known', {}, 'not-known'],
  ])('%s', (_, evidence, state) => {
    expect(deliveryState(evidence)).toBe(state);
  });
});

describe('an address', () => {
  const metadata = { namespace: 'ns', name: 'app' };
  it.each([
    ['Service', { status: { url: 'javascript:alert(1)' } }, []],
    [
      'HTTPRoute',
      { spec: { hostnames: ['app.example.com'] } },
      [{ host: 'app.example.com' }],
    ],
    [
      'Ingress',
      {
        spec: {
          tls: [{ hosts: ['a.example.com'] }],
          rules: [{ host: 'a.example.com' }, { host: 'b.example.com' }],
        },
      },
      [
        { host: 'a.example.com', url: 'https://a.example.com' },
        { host: 'b.example.com', url: 'http://b.example.com' },
      ],
    ],
  ] as const)(
    'of %s is a link only where its scheme is known',
    (kind, rest, found) => {
      expect(addressesOf(kind, [{ metadata, ...rest }])).toEqual(
        found.map(each => ({ kind, name: 'app', ...each })),
      );
    },
  );
});
