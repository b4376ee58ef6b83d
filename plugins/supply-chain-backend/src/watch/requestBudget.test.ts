import { FakeClock } from '../clock/FakeClock';
import { KindAbsent } from '../clusters/errors/KindAbsent';
import { FakeDiscovery } from '../clusters/FakeDiscovery';
import { FakeKubernetes } from '../clusters/FakeKubernetes';
import { ReflectingLiveCopy } from './ReflectingLiveCopy';
import type { WatchedKind } from './WatchedKind';

const SECOND = 1000;

/** As many as there are (`service/watchedKinds.ts`), of the groups that there are. */
const KINDS = [
  ...['workloads', 'clustersupplychains', 'deliverables'].map(of('carto.run')),
  ...['images', 'builds', 'builders', 'clusterbuilders'].map(of('kpack.io')),
  ...['clusterstacks', 'clusterstores'].map(of('kpack.io')),
  ...['clusterlifecycles'].map(of('kpack.io')),
  ...['pods'].map(of('')),
];

function of(group: string) {
  return (plural: string): WatchedKind<unknown> => ({
    resource: { group, version: 'v1', plural },
    ...{ kind: plural, namespaced: true, read: raw => raw, indexes: {} },
  });
}

describe('what the live copy asks of a quiet cluster', () => {
  let clock: FakeClock;
  let kubernetes: FakeKubernetes;
  let discovery: FakeDiscovery;
  let copy: ReflectingLiveCopy;

  beforeEach(() => {
    clock = new FakeClock();
    kubernetes = new FakeKubernetes('build');
    kubernetes.clock = clock;
    discovery = new FakeDiscovery();
    copy = new ReflectingLiveCopy({
      ...{ api: kubernetes, discovery, kinds: KINDS, clock },
      // The same numbers in every run.
      random: sequence(7),
      logger: { info: () => {}, warn: () => {}, error: () => {} },
    });
  });

  afterEach(async () => {
    await copy.stop();
    expect(clock.waits).toEqual([]);
  });

  const asked = () =>
    kubernetes.asked.filter(one => one !== 'clusters').length +
    discovery.asked.length;

  /** People watch: their streams' heartbeats. */
  async function minutes(count: number, viewers: number): Promise<number> {
    const before = asked();
    for (let left = count * 4; left > 0; left -= 1) {
      for (let viewer = 0; viewer < viewers; viewer += 1) copy.touch();
      await clock.advance(15 * SECOND);
    }
    return (asked() - before) / count;
  }

  it.each([1, 100])(
    'is at most two requests a minute for eleven kinds and %d viewers',
    async viewers => {
      kubernetes.streams = 'yes';
      await minutes(10, viewers);
      expect(await minutes(240, viewers)).toBeLessThanOrEqual(2);
    },
  );

  it('is at most two in the first ten minutes as well, once all has been read', async () => {
    kubernetes.streams = 'yes';
    copy.touch();
    await clock.advance(SECOND);
    expect(asked()).toBeGreaterThanOrEqual(KINDS.length);
    expect(await minutes(10, 1)).toBeLessThanOrEqual(1.6);
  });

  it('is at most two where lists cannot be streamed', async () => {
    await minutes(10, 1);
    expect(await minutes(240, 1)).toBeLessThanOrEqual(2);
  });

  it('is spread: after ten minutes no minute has more than five', async () => {
    kubernetes.streams = 'yes';
    await minutes(10, 1);
    const each: number[] = [];
    for (let n = 0; n < 60; n += 1) each.push(await minutes(1, 1));
    expect(Math.max(...each)).toBeLessThanOrEqual(5);
  });

  it('is at most two for a cluster without kpack, which is asked for once for all its kinds', async () => {
    kubernetes.streams = 'yes';
    kubernetes.meddle = (verb, cluster, resource) =>
      resource.endsWith('kpack.io') && (verb === 'list' || verb === 'watch')
        ? new KindAbsent({ cluster, verb, resource })
        : undefined;
    await minutes(10, 1);
    expect(await minutes(240, 1)).toBeLessThanOrEqual(2);
    expect(new Set(discovery.asked)).toEqual(
      new Set(['served build kpack.io']),
    );
  });

  it('finds a group of kinds within four minutes of its being installed', async () => {
    kubernetes.streams = 'yes';
    let absent = true;
    kubernetes.meddle = (verb, cluster, resource) =>
      absent && resource.endsWith('kpack.io') && verb !== 'contact'
        ? new KindAbsent({ cluster, verb: 'list', resource })
        : undefined;
    await minutes(5, 1);
    const states = () =>
      copy.clusters().flatMap(({ kinds }) => kinds.map(kind => kind.state));
    expect(states().filter(state => state === 'absent')).toHaveLength(7);
    absent = false;
    for (const { resource } of KINDS) {
      discovery.kinds.add(`${resource.plural}.${resource.group}`);
    }
    await minutes(4, 1);
    expect(states().every(state => state === 'fresh')).toBe(true);
  });

  it('is the same whether one or a hundred look at it again and again', async () => {
    kubernetes.streams = 'yes';
    await minutes(10, 1);
    const count = async (people: number) => {
      const before = asked();
      for (let n = 0; n < 60; n += 1) {
        for (let person = 0; person < people; person += 1) copy.look();
        await clock.advance(SECOND);
      }
      return asked() - before;
    };
    const [one, hundred] = [await count(1), await count(100)];
    expect(one).toBeLessThanOrEqual(33);
    expect(hundred).toBeLessThanOrEqual(33);
  });
});

/** Numbers from 0 to below 1 that look drawn (a linear congruential generator), the same for the same seed. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
