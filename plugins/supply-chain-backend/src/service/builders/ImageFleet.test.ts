import fc from 'fast-check';
import { FakeClock } from '../../clock/FakeClock';
import type { BuildersAnswer } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Sight } from '../Sight';
import { HeldCopy } from '../testing/HeldCopy';
import { objects } from '../testing/objects';
import { everything } from '../testing/readerOver';
import { FleetSights } from './FleetSights';
import { IDLE_MS, ImageFleet } from './ImageFleet';
import { LiveBuilderReader } from './LiveBuilderReader';

const NOW = Date.parse('2030-01-01T12:00:00Z');
const ALL = { cluster: [], stack: [], lifecycle: [], builder: [] };
const BASE = { cluster: 'a', kind: 'ClusterBuilder', name: 'base' } as const;

function setUp() {
  const clock = new FakeClock(NOW);
  const copy = new HeldCopy(clock, ['a', 'b']);
  const readerOver = () => {
    const options = { copy, clock, pause: async () => {} };
    const fleet = new ImageFleet({
      ...options,
      reportUnexpected: error => {
        throw error;
      },
    });
    const sights = new FleetSights({ ...options, fleet });
    return { fleet, reader: new LiveBuilderReader({ sights }) };
  };
  return { clock, copy, readerOver, ...readerOver() };
}

const digest = (n: number) => `repo@sha256:${String(n).repeat(8)}`;

const builder = (name: string, run: number, lifecycle = '1') => ({
  metadata: { name, generation: 1 },
  spec: { stack: { name: 'base' }, order: [] },
  status: {
    ...{ observedGeneration: 1, latestImage: digest(run) },
    stack: { id: 'stack', runImage: digest(run) },
    lifecycle: { version: lifecycle },
    builderMetadata: [{ id: 'node', version: String(run) }],
    conditions: ['Ready', 'UpToDate'].map(type => ({ type, status: 'True' })),
  },
});

/** A build of the image with what the builder had. */
function build(
  image: string,
  number: number,
  of: { run: number; succeeded?: 'True' | 'False'; reason?: string },
) {
  const made = objects.build('shop', image, number, of.succeeded);
  return {
    ...made,
    metadata: {
      ...made.metadata,
      annotations: { 'image.kpack.io/reason': of.reason ?? 'COMMIT' },
    },
    status: {
      ...made.status,
      stack: { id: 'stack', runImage: digest(of.run) },
      lifecycleVersion: '1',
      buildMetadata: [],
    },
  };
}

const image = (name: string, latestBuildRef?: string) => {
  const made = objects.image('shop', name, 'registry.example/it@sha256:1');
  return {
    ...made,
    metadata: { namespace: 'shop', name },
    spec: { ...made.spec, builder: { kind: 'ClusterBuilder', name: 'base' } },
    status: { ...made.status, latestBuildRef },
  };
};

describe('the images of the fleet', () => {
  it('change with their builds, one at a time, and keep their objects where nothing is new', async () => {
    const { copy, reader } = setUp();
    copy.put('a', 'clusterBuilder', builder('base', 1));
    for (const name of ['one', 'two']) {
      copy.put('a', 'build', build(name, 1, { run: 1, succeeded: 'True' }));
      copy.put('a', 'image', image(name, `${name}-1`));
    }
    const before = await reader.builder(BASE, everything);
    expect(before.images.map(({ state }) => state)).toEqual([
      'up-to-date',
      'up-to-date',
    ]);
    expect(await reader.builder(BASE, everything)).toBe(before);

    copy.put('a', 'clusterBuilder', builder('base', 2));
    const behind = await reader.builder(BASE, everything);
    expect(behind.rollout.counts.behind).toBe(2);

    const rebuild = build('one', 2, { run: 2, reason: 'STACK' });
    copy.put('a', 'build', rebuild);
    copy.put('a', 'image', image('one', 'one-2'));
    const rolling = await reader.builder(BASE, everything);
    expect(rolling.images.map(({ state }) => state)).toEqual([
      'rebuilding',
      'behind',
    ]);
    expect(rolling.images[1]).toBe(behind.images[1]);
  });

  it('are those that the reader may see, in every number and sentence', async () => {
    const { copy, reader } = setUp();
    copy.put('a', 'clusterBuilder', builder('base', 1));
    for (const name of ['mine', 'theirs']) {
      copy.put('a', 'build', build(name, 1, { run: 1, succeeded: 'True' }));
      copy.put('a', 'image', image(name, `${name}-1`));
    }
    const mine: Sight = {
      ...everything,
      ...{ all: false, rights: 'mine' },
      sees: ({ name }) => name === 'mine',
    };
    const seen = await reader.builders(ALL, mine);
    expect(seen.rollout).toMatchObject({ total: 1, done: 1 });
    expect(JSON.stringify(seen)).not.toContain('theirs');
    expect((await reader.builders(ALL, everything)).rollout.total).toBe(2);

    const nobody: Sight = {
      ...everything,
      ...{ all: false, rights: 'none' },
      ...{ sees: () => false, mayLookAt: () => false },
    };
    const nothing = await reader.builders(ALL, nobody);
    expect(nothing).toMatchObject({ items: [], stacks: [], clusters: [] });
    await expect(reader.builder(BASE, nobody)).rejects.toThrow(
      'ClusterBuilder base was not found on cluster a',
    );
  });

  it('are told over clusters, and of one that is dead what was known', async () => {
    const { copy, reader } = setUp();
    for (const cluster of ['a', 'b']) {
      copy.put(cluster, 'clusterBuilder', builder('base', 2));
      copy.put(
        cluster,
        'build',
        build('one', 1, { run: 1, succeeded: 'True' }),
      );
      copy.put(cluster, 'image', image('one', 'one-1'));
    }
    copy.become('b', 'image', 'down');
    const { rollout, items, problems } = await reader.builders(ALL, everything);
    expect(rollout.updates).toMatchObject([
      { what: 'stack', done: 0, total: 2, clusters: ['a', 'b'] },
    ]);
    expect(items.map(({ ref, stale }) => [ref.cluster, stale])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(problems).toMatchObject([{ because: 'unreachable', cluster: 'b' }]);
  });

  it('are given back when nobody looks, and there again for who comes back', async () => {
    const { clock, copy, fleet, reader } = setUp();
    copy.put('a', 'clusterBuilder', builder('base', 1));
    copy.put('a', 'image', image('one'));
    await reader.builders(ALL, everything);
    expect([...fleet.images()]).toHaveLength(1);
    await clock.advance(IDLE_MS + 1);
    copy.put('a', 'image', image('two'));
    expect([...fleet.images()]).toHaveLength(0);
    const { rollout } = await reader.builders(ALL, everything);
    expect(rollout.total).toBe(2);
  });

  it('leave no listener behind', () => {
    const { copy, fleet } = setUp();
    expect(copy.listeners).toBe(1);
    fleet.stop();
    expect(copy.listeners).toBe(0);
  });

  it('are after any changes what they would be if they were derived afresh', async () => {
    const cluster = fc.constantFrom('a', 'b');
    const name = fc.constantFrom('one', 'two');
    const number = fc.integer({ min: 1, max: 3 });
    const run = fc.integer({ min: 1, max: 2 });
    const change = fc.oneof(
      fc.record({ what: fc.constant('builder' as const), cluster, run }),
      fc.record({
        what: fc.constant('build' as const),
        ...{ cluster, name, number, run },
        succeeded: fc.constantFrom(
          'True' as const,
          'False' as const,
          undefined,
        ),
        reason: fc.constantFrom('COMMIT', 'STACK', 'BUILDPACK,STACK'),
      }),
      fc.record({
        what: fc.constant('image' as const),
        ...{ cluster, name, number },
      }),
      fc.record({
        what: fc.constant('no build' as const),
        cluster,
        name,
        number,
      }),
      fc.record({ what: fc.constant('no image' as const), cluster, name }),
      fc.record({ what: fc.constant('read' as const) }),
    );
    const plain = ({ rollout, items }: BuildersAnswer) =>
      JSON.stringify([rollout, items]);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 30 }), async changes => {
        const { copy, reader, readerOver } = setUp();
        await reader.builders(ALL, everything);
        for (const each of changes) {
          switch (each.what) {
            case 'builder':
              copy.put(
                each.cluster,
                'clusterBuilder',
                builder('base', each.run),
              );
              break;
            case 'build':
              copy.put(
                each.cluster,
                'build',
                build(each.name, each.number, {
                  ...{ run: each.run, reason: each.reason },
                  ...(each.succeeded && { succeeded: each.succeeded }),
                }),
              );
              break;
            case 'image':
              copy.put(
                each.cluster,
                'image',
                image(each.name, `${each.name}-${each.number}`),
              );
              break;
            case 'no build':
              copy.remove(
                each.cluster,
                'build',
                build(each.name, each.number, { run: 1 }),
              );
              break;
            case 'no image':
              copy.remove(each.cluster, 'image', image(each.name));
              break;
            default:
              await reader.builders(ALL, everything);
          }
        }
        const afresh = await readerOver().reader.builders(ALL, everything);
        expect(plain(await reader.builders(ALL, everything))).toBe(
          plain(afresh),
        );
      }),
      { numRuns: 60 },
    );
  });
});
