import { FakeClock } from '../clock/FakeClock';
import { HeldCopy, type KindName } from './testing/HeldCopy';
import { watchedKinds } from './watchedKinds';
import { LostClusters } from './LostClusters';

const kinds = Object.keys(watchedKinds) as KindName[];

function setUp() {
  const copy = new HeldCopy(new FakeClock(), ['build', 'run']);
  return { copy, clusters: new LostClusters(copy) };
}

describe('a cluster is lost', () => {
  it('when none of its kinds can be read', () => {
    const { copy, clusters } = setUp();
    expect(clusters.has('build')).toBe(false);
    for (const kind of kinds) copy.become('build', kind, 'down');
    expect([clusters.has('build'), clusters.has('run')]).toEqual([true, false]);
    copy.become('build', 'pod', 'fresh');
    expect(clusters.has('build')).toBe(false);
  });

  it('also where it refuses some, or does not have them', () => {
    const { copy, clusters } = setUp();
    for (const kind of kinds) copy.become('build', kind, 'down');
    copy.become('build', 'builder', 'denied');
    copy.become('build', 'image', 'absent');
    expect(clusters.has('build')).toBe(true);
  });

  it.each(['stale', 'loading', 'denied', 'absent'] as const)(
    'not when all that is known of it is %s',
    state => {
      const { copy, clusters } = setUp();
      for (const kind of kinds) copy.become('build', kind, state);
      expect(clusters.has('build')).toBe(false);
    },
  );

  it('not when nobody has ever heard of it', () =>
    expect(setUp().clusters.has('nowhere')).toBe(false));
});

describe('whoever waits for a cluster to be lost', () => {
  const { signal } = new AbortController();

  it('is told at once, and listens no longer', async () => {
    const { copy, clusters } = setUp();
    const told = clusters.lost('build', signal);
    expect(copy.listeners).toBe(1);
    for (const kind of kinds) copy.become('build', kind, 'down');
    await told;
    expect(copy.listeners).toBe(0);
    await clusters.lost('build', signal);
    expect(copy.listeners).toBe(0);
  });

  it('hears nothing of other clusters, and may leave', async () => {
    const { copy, clusters } = setUp();
    const leaving = new AbortController();
    const told = clusters.lost('build', leaving.signal);
    for (const kind of kinds) copy.become('run', kind, 'down');
    expect(copy.listeners).toBe(1);
    leaving.abort(new Error('left'));
    await expect(told).rejects.toThrow('left');
    expect(copy.listeners).toBe(0);
    await expect(clusters.lost('build', leaving.signal)).rejects.toThrow(
      'left',
    );
  });
});
