import type { LiveTopic } from '../src/api/LiveTopic';
import { SupplyChainError } from '../src/api/SupplyChainError';
import { clusterFixture } from '../src/testing/clusterFixture';
import type { AnyLive } from '../src/testing/FakeSupplyChainApi';
import { recordedAnswer } from '../src/testing/recordedAnswer';
import { recordedFleet } from '../src/testing/recordedFleet';
import { recordedViews } from '../src/testing/recordedViews';
import { nextBuilds } from './nextBuilds';
import { recordedStages } from './recordedStages';
import { withProviders } from './withProviders';
import { withStages } from './withStages';
import { deliveryIs } from './deliveries';

const now = Date.now();
/** As somebody sees it who may ask for rebuilds. */
const { views, fleet } = withProviders(
  {
    views: withStages(recordedViews(now), recordedStages(now)),
    fleet: recordedFleet('end', now),
  },
  provider =>
    provider.image && provider.build
      ? { ...provider, mayTrigger: true }
      : provider,
);
/** The same with other Image Providers. */
function providing(
  change: Parameters<typeof withProviders>[1],
): (topic: LiveTopic) => AnyLive {
  const other = withProviders({ views, fleet }, change);
  return recordedAnswer(other.views, undefined, other.fleet);
}
const all = recordedAnswer(views, undefined, fleet);
/** As many images as the largest fleet that one builder may have. */
const thousands = {
  ...fleet,
  views: fleet.views.map(view => ({
    ...view,
    images: Array.from({ length: 10_000 }, (_, n) => {
      const image = view.images[n % view.images.length];
      if (!image) throw new Error('A builder without an image was recorded');
      return {
        ...image,
        ref: { ...image.ref, name: `${image.ref.name}-${n}` },
      };
    }),
  })),
};
const failed = (error: SupplyChainError) => (): AnyLive => ({
  state: 'error',
  stale: false,
  error,
});
const since = new Date(Date.now() - 20 * 60_000).toISOString();

/** Each state a page can be in, by the name under which dev/ offers it. */
export const states: Readonly<Record<string, (topic: LiveTopic) => AnyLive>> = {
  recorded: all,
  'may not rebuild': providing(({ mayTrigger: _, ...provider }) => provider),
  'rebuild asked': providing(provider => ({
    ...provider,
    ...(provider.build && {
      build: {
        ...provider.build,
        rebuildAsked: { by: 'ann', at: new Date(now - 4_000).toISOString() },
      },
    }),
  })),
  ...Object.fromEntries(
    Object.entries(nextBuilds).map(([name, next]) => [
      name,
      providing(provider => ({ ...provider, next })),
    ]),
  ),
  'stack rolls': recordedAnswer(
    views,
    undefined,
    recordedFleet('rolling', Date.now()),
  ),
  'builder broken': recordedAnswer(
    views,
    undefined,
    recordedFleet('broken', Date.now()),
  ),
  'ten thousand images': recordedAnswer(views, undefined, thousands),
  loading: () => ({ state: 'loading', stale: false }),
  empty: recordedAnswer({ rows: [], views: [], stages: [], builds: [] }),
  'no cluster': recordedAnswer(
    { rows: [], views: [], stages: [], builds: [] },
    [],
  ),
  partial: recordedAnswer(
    {
      ...views,
      views: views.views.map(view => ({
        ...view,
        problems: [
          {
            because: 'denied',
            cluster: 'build',
            verb: 'list',
            resource: 'builds.kpack.io',
          },
        ],
      })),
    },
    [
      clusterFixture('build'),
      clusterFixture('run', 'down', {
        because: 'unreachable',
        cluster: 'run',
        since,
      }),
      clusterFixture('edge', 'denied', {
        because: 'denied',
        cluster: 'edge',
        verb: 'list',
        resource: 'workloads.carto.run',
      }),
      clusterFixture('far', 'loading'),
    ],
  ),
  'cluster stale': recordedAnswer(
    {
      ...views,
      rows: views.rows.map(row => ({ ...row, stale: true })),
      views: views.views.map(view => ({
        ...view,
        stale: true,
        graph: {
          ...view.graph,
          stages: view.graph.stages.map(stage => ({ ...stage, stale: true })),
        },
      })),
    },
    [
      clusterFixture('build', 'stale', {
        because: 'unreachable',
        cluster: 'build',
        since,
      }),
    ],
  ),
  'connection lost': topic => {
    const live = all(topic);
    return live.state === 'ready' ? { ...live, stale: true } : live;
  },
  'none readable': recordedAnswer(
    { rows: [], views: [], stages: [], builds: [] },
    [
      clusterFixture('build', 'denied', {
        because: 'denied',
        cluster: 'build',
        verb: 'list',
        resource: 'workloads.carto.run',
      }),
    ],
  ),
  'chain changed': recordedAnswer({
    ...views,
    views: views.views.map(view => ({
      ...view,
      chainChanges: [
        { kind: 'stage-added', stage: 'image-signer' },
        { kind: 'stage-removed', stage: 'config-writer' },
        {
          ...{ kind: 'template', stage: 'image-provider' },
          ...{ was: 'kpack-template', now: ['kaniko-template'] },
        },
      ],
    })),
  }),
  delivered: deliveryIs('delivered', all),
  'delivery behind': deliveryIs('behind', all),
  'delivery failed': deliveryIs('failed', all),
  'delivery not known': deliveryIs('not-known', all),
  gone: topic => {
    const { view } = all(topic);
    return {
      state: 'error',
      stale: true,
      ...(view && { view }),
      error: new SupplyChainError('not-found', 'Gone'),
    };
  },
  'not found': failed(new SupplyChainError('not-found', 'Not found')),
  forbidden: failed(new SupplyChainError('denied', 'Denied')),
  'backend down': failed(new SupplyChainError('network', 'No answer')),
  'ten thousand': recordedAnswer({
    ...views,
    rows: Array.from({ length: 10_000 }, (_, n) => {
      const row = views.rows[n % views.rows.length];
      if (!row) throw new Error('No row was recorded');
      return {
        ...row,
        ref: {
          ...row.ref,
          name: n < 29 ? row.ref.name : `${row.ref.name}-${n}`,
        },
      };
    }),
  }),
};
