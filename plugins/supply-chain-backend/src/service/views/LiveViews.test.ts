import { workloadsQuerySchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { FakeClock } from '../../clock/FakeClock';
import type { LiveSupplyChainReader } from '../LiveSupplyChainReader';
import type { Sight } from '../Sight';
import { HeldCopy, type KindName } from '../testing/HeldCopy';
import { objects } from '../testing/objects';
import { everything, readerOver } from '../testing/readerOver';

jest.setTimeout(90_000);

const NAMES = ['a', 'b'];
const query = workloadsQuerySchema.parse({ sort: 'name' });
const ref = (name: string) => ({ cluster: 'build', namespace: 'n', name });

type Put = { metadata: object };
type Step = (copy: HeldCopy, clock: FakeClock) => void | Promise<void>;

const name = fc.constantFrom(...NAMES);
const status = fc.constantFrom('True', 'False', 'Unknown');
const stages = fc.subarray(['web', 'source-provider', 'image-provider', 'x']);
const number = fc.integer({ min: 1, max: 3 });
const done = fc.constantFrom('True' as const, 'False' as const, undefined);
const container = fc.constantFrom(
  ...(['waiting', 'running', 'pulling'] as const),
);

const object: fc.Arbitrary<readonly [KindName, Put]> = fc.oneof(
  fc
    .record({ name, healthy: status, chain: fc.constantFrom('chain', 'other') })
    .map(
      ({ name: of, ...rest }) =>
        ['workload', objects.workload('n', of, rest)] as const,
    ),
  name.map(of => ['workload', objects.orphan('n', of)] as const),
  fc
    .tuple(fc.constantFrom('chain', 'other'), stages)
    .map(([of, all]) => ['supplyChain', objects.chain(of, all)] as const),
  fc
    .tuple(name, fc.constantFrom('registry.example/it@sha256:1', undefined))
    .map(([of, latest]) => ['image', objects.image('n', of, latest)] as const),
  status.map(of => ['clusterBuilder', objects.builder(of)] as const),
  fc
    .tuple(name, number, done)
    .map(all => ['build', objects.build('n', ...all)] as const),
  fc
    .tuple(name, number, container)
    .map(
      ([of, at, state]) =>
        ['pod', objects.pod('n', `${of}-${at}`, state)] as const,
    ),
  fc
    .tuple(name, status)
    .map(all => ['deliverable', objects.deliverable('n', ...all)] as const),
);

const cluster = fc.constantFrom('build', 'run');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(cluster, object).map(
      ([where, [kind, it]]): Step =>
        copy =>
          copy.put(where, kind, it),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(cluster, object).map(
      ([where, [kind, it]]): Step =>
        copy =>
          copy.remove(where, kind, it),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        cluster,
        fc.constantFrom<KindName>('workload', 'build', 'supplyChain', 'pod'),
        fc.constantFrom('fresh' as const, 'stale' as const, 'down' as const),
      )
      .map(
        ([where, kind, state]): Step =>
          copy =>
            copy.become(where, kind, state),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (isThere): Step =>
        copy =>
          copy.setCluster('run', isThere),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 400_000 }).map(
      (ms): Step =>
        (_, clock) =>
          clock.advance(ms),
    ),
  },
);

function populate(copy: HeldCopy): void {
  for (const chain of ['chain', 'other']) {
    copy.put('build', 'supplyChain', objects.chain(chain, ['web', 'x']));
  }
  for (const of of NAMES) {
    copy.put('build', 'workload', objects.workload('n', of));
    copy.put('build', 'image', objects.image('n', of));
    copy.put('build', 'build', objects.build('n', of, 1, 'True'));
    copy.put('build', 'build', objects.build('n', of, 2));
    copy.put('build', 'pod', objects.pod('n', `${of}-2`, 'waiting'));
    copy.put('run', 'deliverable', objects.deliverable('n', of, 'True'));
  }
}

/** Every answer that there is, or what is said instead. */
async function answers(reader: LiveSupplyChainReader): Promise<unknown> {
  const said = (answer: Promise<unknown>) =>
    answer.catch((error: Error) => error.message);
  return Promise.all([
    reader.workloads(query, everything),
    ...NAMES.flatMap(of => [
      said(reader.workload(ref(of), everything)),
      said(reader.stage(ref(of), 'image-provider', everything)),
      said(reader.builds(ref(of), everything)),
      said(reader.build(ref(`${of}-1`), everything)),
      said(reader.build(ref(`${of}-2`), everything)),
    ]),
  ]);
}

describe('views that are kept', () => {
  it('are at any time what they would be if they were derived now', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), {
          maxLength: 5,
        }),
        async rounds => {
          const clock = new FakeClock(Date.parse('2030-01-01T03:00:00Z'));
          const copy = new HeldCopy(clock, ['build', 'run']);
          populate(copy);
          const { reader } = readerOver(copy, clock);
          for (const steps of rounds) {
            for (const each of steps) await each(copy, clock);
            const fresh = readerOver(copy, clock);
            expect(await answers(reader)).toEqual(await answers(fresh.reader));
            fresh.views.stop();
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a change', () => {
  function setUp() {
    const clock = new FakeClock();
    const copy = new HeldCopy(clock, ['build', 'run']);
    populate(copy);
    const { reader, views } = readerOver(copy, clock);
    const woken: string[] = [];
    const listen = (of: string) => [
      views.onChange({ type: 'workload', ref: ref(of) }, () =>
        woken.push(`workload ${of}`),
      ),
      views.onChange(
        { type: 'stage', ref: ref(of), stage: 'image-provider' },
        () => woken.push(`stage ${of}`),
      ),
      views.onChange({ type: 'build', ref: ref(`${of}-1`) }, () =>
        woken.push(`build ${of}-1`),
      ),
    ];
    return { clock, copy, reader, views, woken, listen };
  }

  it('derives what it touches and nothing else, and nothing before somebody reads', async () => {
    const { copy, reader, views } = setUp();
    await answers(reader);
    const before = views.counts.derived;
    await answers(reader);
    expect(views.counts.derived).toBe(before);

    copy.put('build', 'pod', objects.pod('n', 'a-2', 'running'));
    expect(views.counts.derived).toBe(before);
    await answers(reader);
    // The row, the workload, its stage, the history and the build whose pod it is.
    expect(views.counts.derived - before).toBe(5);
  });

  it('wakes those who have open what it touches', async () => {
    const { copy, reader, woken, listen } = setUp();
    await answers(reader);
    ['a', 'b'].forEach(listen);
    copy.put('run', 'deliverable', objects.deliverable('n', 'a', 'False'));
    expect(woken).toEqual(['workload a', 'stage a']);
    woken.length = 0;
    await answers(reader);
    copy.put('build', 'build', objects.build('n', 'b', 1, 'False'));
    expect(woken).toEqual(['workload b', 'stage b', 'build b-1']);
  });

  it('wakes those who wait for what was not there, and all lists', async () => {
    const { copy, reader, woken, views, listen } = setUp();
    copy.remove('build', 'workload', objects.workload('n', 'a'));
    await answers(reader);
    listen('a');
    views.onChange({ type: 'workloads', query: {} }, () => woken.push('list'));
    copy.put('build', 'workload', objects.workload('n', 'a'));
    expect(woken).toContain('workload a');
    expect(woken).toContain('list');
  });

  it('wakes nobody who has left', async () => {
    const { copy, reader, views, woken, listen } = setUp();
    await answers(reader);
    listen('a').forEach(leave => leave());
    copy.put('build', 'build', objects.build('n', 'a', 1, 'False'));
    expect(woken).toEqual([]);
    views.stop();
    expect(copy.listeners).toBe(0);
  });
});

it('follows the builder of an image: what would rebuild it is told anew', async () => {
  const clock = new FakeClock();
  const copy = new HeldCopy(clock, ['build']);
  copy.put('build', 'workload', objects.workload('n', 'a'));
  copy.put('build', 'image', objects.image('n', 'a'));
  const { reader } = readerOver(copy, clock);
  const holdsUp = async () => {
    const { imageProvider } = await reader.stage(
      ref('a'),
      'image-provider',
      everything,
    );
    return imageProvider?.next?.reasons.map(({ message }) => message);
  };
  expect(await holdsUp()).toEqual(['builder-missing']);
  copy.put('build', 'clusterBuilder', objects.builder('False'));
  expect(await holdsUp()).toEqual(['builder-not-ready']);
  copy.put('build', 'clusterBuilder', objects.builder('True'));
  expect(await holdsUp()).toEqual([]);
});

it('shows variables only to those who may see them, whoever has read before', async () => {
  const clock = new FakeClock();
  const copy = new HeldCopy(clock, ['build']);
  const variable = (value: string) => ({
    resources: {},
    env: [{ name: 'TOKEN', value }],
    source: { registry: { image: 'it' } },
  });
  const build = objects.build('n', 'a', 2);
  copy.put('build', 'image', objects.image('n', 'a'));
  copy.put('build', 'build', {
    ...build,
    metadata: {
      ...build.metadata,
      annotations: {
        'image.kpack.io/reason': 'CONFIG',
        'image.kpack.io/buildChanges': JSON.stringify([
          { reason: 'CONFIG', old: variable('old'), new: variable('s3cret') },
        ]),
      },
    },
  });
  const { reader } = readerOver(copy, clock);
  const may: Sight = { ...everything, seesValues: () => true };
  const text = async (as: Sight) =>
    JSON.stringify(await reader.build(ref('a-2'), as));
  expect(await text(may)).toContain('s3cret');
  expect(await text(everything)).not.toContain('s3cret');
  expect(await text(may)).toContain('s3cret');
});
