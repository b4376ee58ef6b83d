import type {
  MetricAttributes,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FakeClock } from '../clock/FakeClock';
import type { ClusterState } from '../watch/ClusterState';
import { silentMetrics } from './silentMetrics';
import { SupplyChainMetrics } from './SupplyChainMetrics';

type Sample = readonly [
  name: string,
  value: number,
  of: MetricAttributes | undefined,
];

/** Keeps what is counted, and collects what is observed when asked. */
function recorder() {
  const counted: Sample[] = [];
  const callbacks = new Set<
    readonly [string, MetricsServiceObservableCallback]
  >();
  const observable = (name: string) => ({
    addCallback: (callback: MetricsServiceObservableCallback) => {
      callbacks.add([name, callback]);
    },
    removeCallback: (callback: MetricsServiceObservableCallback) => {
      for (const each of callbacks) {
        if (each[1] === callback) callbacks.delete(each);
      }
    },
  });
  return {
    counted,
    service: {
      ...silentMetrics,
      createCounter: (name: string) => ({
        add: (value: number, of?: MetricAttributes) => {
          counted.push([name, value, of]);
        },
      }),
      createObservableGauge: observable,
      createObservableCounter: observable,
    },
    collect(): Sample[] {
      const samples: Sample[] = [];
      for (const [name, callback] of callbacks) {
        void callback({
          observe: (value, of) => samples.push([name, value, of]),
        });
      }
      return samples;
    },
  };
}

const health: KindHealth = {
  resource: 'builds.kpack.io',
  state: 'fresh',
  objects: 7,
  unreadable: 1,
};

function setUp() {
  const clock = new FakeClock();
  const { counted, service, collect } = recorder();
  const kinds: KindHealth[] = [
    { ...health, seenAt: new Date(clock.now()).toISOString() },
    { ...health, resource: 'pods', state: 'loading', objects: 0 },
  ];
  const clusters: ClusterState[] = [{ name: 'build', access: 'shared', kinds }];
  const archive: { failingSince: number | undefined; waiting: number } = {
    ...{ failingSince: undefined, waiting: 4 },
  };
  const metrics = new SupplyChainMetrics(service);
  metrics.observe({ clusters: () => clusters }, clock, {
    openStreams: () => 3,
    logUpstreams: () => 2,
    logViewers: () => 5,
    views: () => ({ hits: 40, misses: 2 }),
    archive,
  });
  return { archive, clock, counted, collect, metrics };
}

describe('what is measured', () => {
  it('counts each request by cluster, verb, kind and outcome, and by nothing that names an object', () => {
    const { counted, metrics } = setUp();
    metrics.request(
      {
        ...{ cluster: 'build', verb: 'get', resource: 'pods/log' },
        ...{ namespace: 'shop', name: 'secret-build-pod' },
      },
      'denied',
    );
    expect(counted).toEqual([
      [
        'supply_chain.kubernetes.requests',
        1,
        {
          ...{ cluster: 'build', verb: 'get' },
          ...{ resource: 'pods/log', outcome: 'denied' },
        },
      ],
    ]);
  });

  it('counts questions to registries by host and by what came of them', () => {
    const { counted, metrics } = setUp();
    metrics.registryRequest('registry.example', 'absent');
    expect(counted).toEqual([
      [
        'supply_chain.registry.requests',
        1,
        { host: 'registry.example', outcome: 'absent' },
      ],
    ]);
  });

  it('tells how old the copy of each kind is, once there is one', async () => {
    const { clock, collect } = setUp();
    await clock.advance(42_000);
    const builds = { cluster: 'build', resource: 'builds.kpack.io' };
    expect(
      collect().filter(([name]) => name === 'supply_chain.copy.age'),
    ).toEqual([['supply_chain.copy.age', 42, builds]]);
    expect(collect()).toContainEqual([
      'supply_chain.copy.unreadable',
      1,
      builds,
    ]);
  });

  it('tells of streams, logs and views', () => {
    expect(setUp().collect()).toEqual(
      expect.arrayContaining([
        ['supply_chain.streams.open', 3, undefined],
        ['supply_chain.logs.upstreams', 2, undefined],
        ['supply_chain.logs.viewers', 5, undefined],
        ['supply_chain.views.reads', 40, { result: 'hit' }],
        ['supply_chain.views.reads', 2, { result: 'miss' }],
      ]),
    );
  });

  it('tells for how long logs cannot be archived, and how much waits', async () => {
    const { archive, clock, collect } = setUp();
    const failing = 'supply_chain.archive.failing';
    expect(collect()).toContainEqual([failing, 0, undefined]);
    expect(collect()).toContainEqual([
      ...['supply_chain.archive.waiting', 4, undefined],
    ]);
    archive.failingSince = clock.now();
    await clock.advance(90_000);
    expect(collect()).toContainEqual([failing, 90, undefined]);
  });

  it('observes nothing any more when it has stopped', () => {
    const { collect, metrics } = setUp();
    expect(collect()).not.toEqual([]);
    metrics.stop();
    expect(collect()).toEqual([]);
  });
});
