import { FakeClock } from '../../clock/FakeClock';
import { AccessDenied } from '../../clusters/errors/AccessDenied';
import { ClusterUnreachable } from '../../clusters/errors/ClusterUnreachable';
import { ConnectionLost } from '../../clusters/errors/ConnectionLost';
import { KindAbsent } from '../../clusters/errors/KindAbsent';
import { FakeKubernetes } from '../../clusters/FakeKubernetes';
import type { StampedQuery } from '../../model/StampedQuery';
import type { StampedRead } from '../../model/StampedRead';
import { MOST_OBJECTS } from './HeldObjects';
import { KEPT_MS, StampedObjects } from './StampedObjects';

const RUNS = 'taskruns.tekton.dev';
const run = (name: string): StampedQuery => ({
  cluster: 'build',
  resource: { group: 'tekton.dev', version: 'v1', plural: 'taskruns' },
  namespace: 'ns',
  name,
});
const runsOf = (owner: string): StampedQuery => {
  const { name: _, ...query } = run('');
  return { ...query, labelSelector: `owner=${owner}` };
};
const object = (name: string, owner: string, state = '') => ({
  metadata: { namespace: 'ns', name, uid: name, labels: { owner } },
  state,
});
const asked = { cluster: 'build', resource: RUNS, namespace: 'ns' };

describe('StampedObjects', () => {
  const { signal } = new AbortController();
  let clock: FakeClock;
  let cluster: FakeKubernetes;
  let stamped: StampedObjects;
  let told: StampedQuery[];
  beforeEach(() => {
    clock = new FakeClock();
    cluster = new FakeKubernetes('build');
    cluster.clock = clock;
    stamped = new StampedObjects({ api: cluster, clock, random: () => 0.5 });
    told = [];
    stamped.onChange(query => told.push(query));
  });
  afterEach(async () => {
    await stamped.stop();
    expect(clock.waits).toEqual([]);
    expect(cluster.openWatches).toBe(0);
  });

  const names = ({ objects }: StampedRead) =>
    objects.map(
      each =>
        JSON.parse(JSON.stringify(each, ['metadata', 'name'])).metadata.name,
    );

  it('reads one object by its name, and those of a selector', async () => {
    for (const each of ['a', 'b'])
      cluster.put('build', RUNS, object(each, 'o'));
    cluster.put('build', RUNS, object('c', 'other'));
    expect(names(await stamped.read(run('b'), signal))).toEqual(['b']);
    expect(names(await stamped.read(runsOf('o'), signal))).toEqual(['a', 'b']);
  });

  it('says nothing is there with no object and no problem', async () => {
    expect(await stamped.read(run('a'), signal)).toEqual({ objects: [] });
  });

  it('says `loading` to who does not wait, and tells when it knows', async () => {
    cluster.put('build', RUNS, object('a', 'o'));
    expect(stamped.look(run('a'))).toEqual({
      objects: [],
      problem: { because: 'loading', cluster: 'build', resource: RUNS },
    });
    await clock.settle();
    expect(told).toEqual([run('a')]);
    expect(names(stamped.look(run('a')))).toEqual(['a']);
  });

  it('asks once for everybody, and then watches', async () => {
    cluster.put('build', RUNS, object('a', 'o'));
    await Promise.all([1, 2, 3].map(() => stamped.read(run('a'), signal)));
    await clock.settle();
    expect(cluster.asked).toEqual([
      `list build ${RUNS} in ns`,
      `watch build ${RUNS} in ns`,
    ]);

    const first = stamped.look(run('a'));
    expect(stamped.look(run('a'))).toBe(first);
    told = [];
    cluster.put('build', RUNS, object('other', 'o'));
    cluster.put('build', RUNS, object('a', 'o', 'done'));
    await clock.settle();
    expect(told).toEqual([run('a')]);
    expect(stamped.look(run('a')).objects).toMatchObject([{ state: 'done' }]);
    cluster.remove('build', RUNS, 'ns', 'a');
    await clock.settle();
    expect(stamped.look(run('a'))).toEqual({ objects: [] });
    expect(cluster.asked).toHaveLength(2);
  });

  it('goes on with the watch where it was, and lists again when that is too long ago', async () => {
    cluster.put('build', RUNS, object('a', 'o'));
    await stamped.read(run('a'), signal);
    await clock.settle();
    cluster.breakWatches(
      'build',
      new ConnectionLost({ ...asked, verb: 'watch' }),
    );
    await clock.settle();
    cluster.put('build', RUNS, object('a', 'o', 'meanwhile'));
    await clock.advance(1_000);
    expect(stamped.look(run('a')).objects).toMatchObject([
      { state: 'meanwhile' },
    ]);

    cluster.endWatches('build');
    await clock.settle();
    cluster.remove('build', RUNS, 'ns', 'a');
    cluster.compact('build');
    await clock.advance(5_000);
    expect(stamped.look(run('a'))).toEqual({ objects: [] });
    expect(cluster.asked.map(each => each.split(' ')[0])).toEqual([
      ...['list', 'watch', 'watch', 'watch', 'list', 'watch'],
    ]);
  });

  it('keeps one watch through, as long as somebody looks each fifty seconds, and ends it soon after the last', async () => {
    await stamped.read(run('a'), signal);
    for (let round = 0; round < 20; round += 1) {
      await clock.advance(50_000);
      stamped.look(run('a'));
      expect(cluster.openWatches).toBe(1);
    }
    expect(cluster.asked.filter(each => each.startsWith('list'))).toHaveLength(
      1,
    );

    told = [];
    await clock.advance(KEPT_MS + 10_000);
    expect(stamped.size).toBe(0);
    expect(cluster.openWatches).toBe(0);
    // What was derived from it would not be fresh any more.
    expect(told).toEqual([run('a')]);
    expect(clock.waits).toEqual([]);
  });

  it.each([
    [
      'a refusal, by verb, resource and namespace',
      new AccessDenied({ ...asked, verb: 'list' }, 'cluster'),
      { because: 'denied', ...asked, verb: 'list' },
    ],
    [
      'a kind that is not installed',
      new KindAbsent({ ...asked, verb: 'list' }),
      { because: 'absent', cluster: 'build', resource: RUNS },
    ],
    [
      'a cluster that is away, since when',
      new ClusterUnreachable(
        { ...asked, verb: 'list' },
        new Date('2029-12-31T23:00:00Z'),
      ),
      {
        because: 'unreachable',
        cluster: 'build',
        resource: RUNS,
        since: '2029-12-31T23:00:00.000Z',
      },
    ],
  ])('names %s, once, and asks again', async (_, error, problem) => {
    cluster.put('build', RUNS, object('a', 'o'));
    let fails = true;
    cluster.meddle = () => (fails ? error : undefined);
    expect(await stamped.read(run('a'), signal)).toEqual({
      objects: [],
      problem,
    });
    await clock.advance(20_000);
    expect(told).toHaveLength(1);
    stamped.look(run('a'));
    fails = false;
    await clock.advance(50_000);
    expect(names(stamped.look(run('a')))).toEqual(['a']);
    expect(stamped.look(run('a')).problem).toBeUndefined();
  });

  it('shows what it knew, and since when the cluster is away', async () => {
    cluster.put('build', RUNS, object('a', 'o'));
    await stamped.read(run('a'), signal);
    await clock.settle();
    const away = new ClusterUnreachable(
      { ...asked, verb: 'watch' },
      new Date(0),
    );
    cluster.meddle = () => away;
    cluster.breakWatches('build', away);
    await clock.settle();
    const read = stamped.look(run('a'));
    expect(names(read)).toEqual(['a']);
    expect(read.problem?.because).toBe('unreachable');
  });

  it('takes back what it showed when the right to list is taken away', async () => {
    cluster.put('build', RUNS, object('a', 'o'));
    await stamped.read(run('a'), signal);
    await clock.settle();
    const denied = (verb: 'list' | 'watch') =>
      new AccessDenied({ ...asked, verb }, 'cluster');
    cluster.meddle = verb =>
      verb === 'list' || verb === 'watch' ? denied(verb) : undefined;
    cluster.breakWatches('build', denied('watch'));
    await clock.advance(10_000);
    expect(stamped.look(run('a'))).toMatchObject({
      objects: [],
      problem: { because: 'denied', verb: 'list' },
    });
  });

  it('lists again and again where nothing may be watched', async () => {
    cluster.meddle = verb =>
      verb === 'watch'
        ? new AccessDenied({ ...asked, verb }, 'cluster')
        : undefined;
    expect(await stamped.read(run('a'), signal)).toEqual({ objects: [] });
    cluster.put('build', RUNS, object('a', 'o'));
    await clock.advance(10_000);
    expect(names(stamped.look(run('a')))).toEqual(['a']);
    expect(stamped.look(run('a')).problem).toBeUndefined();
  });

  it('asks as one person for one person, and gives that to nobody else', async () => {
    const own = new FakeKubernetes('build');
    own.put('build', RUNS, object('a', 'o', 'secret'));
    const source = { owner: 'anna', api: { list: own.list.bind(own) } };
    expect((await stamped.read(run('a'), signal, source)).objects).toHaveLength(
      1,
    );
    expect((await stamped.read(run('a'), signal)).objects).toHaveLength(0);
    const other = {
      owner: 'otto',
      api: {
        list: new FakeKubernetes('build').list.bind(
          new FakeKubernetes('build'),
        ),
      },
    };
    expect((await stamped.read(run('a'), signal, other)).objects).toHaveLength(
      0,
    );
    own.put('build', RUNS, object('a', 'o', 'later'));
    await clock.advance(5_000);
    expect(stamped.look(run('a'), source).objects).toMatchObject([
      { state: 'later' },
    ]);

    own.meddle = () => new AccessDenied({ ...asked, verb: 'list' }, 'cluster');
    await clock.advance(5_000);
    expect(stamped.look(run('a'), source).problem).toMatchObject({
      because: 'denied',
      as: 'person',
    });
  });

  it('is bounded: in what is followed, and in objects of one query', async () => {
    const few = new StampedObjects({
      ...{ api: cluster, clock, random: () => 0.5 },
      most: 2,
    });
    await Promise.all(['a', 'b'].map(each => few.read(run(each), signal)));
    expect(await few.read(run('c'), signal)).toMatchObject({
      objects: [],
      noRoom: true,
      problem: {
        because: 'unreachable',
        says: expect.stringMatching(/no room/),
      },
    });
    await clock.advance(KEPT_MS + 10_000);
    expect(await few.read(run('c'), signal)).toEqual({ objects: [] });
    await few.stop();

    for (let each = 0; each < MOST_OBJECTS + 3; each += 1)
      cluster.put('build', RUNS, object(`r${each}`, 'many'));
    const { objects, cut } = await stamped.read(runsOf('many'), signal);
    expect(objects).toHaveLength(MOST_OBJECTS);
    expect(cut).toBe(true);
  });

  it('never asks for a secret, nor for what no object can be called', async () => {
    const resource = { group: '', version: 'v1', plural: 'secrets' };
    expect(await stamped.read({ ...run('a'), resource }, signal)).toMatchObject(
      { objects: [], problem: { because: 'denied' } },
    );
    const { objects, problem } = await stamped.read(
      run('a,metadata.namespace!=ns'),
      signal,
    );
    expect({ objects, because: problem?.because }).toEqual({
      objects: [],
      because: 'unreachable',
    });
    expect(cluster.asked).toEqual([]);
  });

  it('does not keep a reader waiting, and rejects when they have left', async () => {
    cluster.meddle = (_, __, ___, aborted) =>
      new Promise(resolve => {
        aborted.addEventListener('abort', () => resolve(undefined));
      });
    const leaving = new AbortController();
    const left = stamped.read(run('a'), leaving.signal);
    const stays = stamped.read(run('a'), signal);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    await clock.advance(2_000);
    expect((await stays).problem?.because).toBe('loading');
  });
});
