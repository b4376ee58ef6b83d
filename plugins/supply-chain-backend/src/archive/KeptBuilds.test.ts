import { FakeClock } from '../clock/FakeClock';
import { HeldCopy } from '../service/testing/HeldCopy';
import { objects } from '../service/testing/objects';
import type { LiveCopy } from '../watch/LiveCopy';
import type { ArchivedBuilds } from './ArchivedBuilds';
import { ArchiveHealth } from './ArchiveHealth';
import { KeptBuilds } from './KeptBuilds';
import { archivedBuild } from './testing/archivedBuild';

const { signal } = new AbortController();
const ref = { cluster: 'build', namespace: 'shop', name: 'app-1' };
const image = { ...ref, name: 'app' };

const builds = [
  archivedBuild({ uid: 'new', name: 'app-1', endedAt: 2 }),
  archivedBuild({ uid: 'old', name: 'app-1', endedAt: 1 }),
];

const index: ArchivedBuilds = {
  find: async ({ uid }) => builds.find(each => each.uid === uid),
  named: async () => builds[0],
  ofImage: async () => builds,
  parts: async () => [],
  logs: async () => [],
};

function setUp(
  access: 'shared' | 'per-user' = 'shared',
  answers: ArchivedBuilds = index,
) {
  const clock = new FakeClock();
  const held = new HeldCopy(clock, ['build']);
  const copy: Pick<LiveCopy, 'clusters' | 'kind'> = {
    clusters: () => held.clusters().map(each => ({ ...each, access })),
    kind: held.kind.bind(held),
  };
  const warned: string[] = [];
  const health = new ArchiveHealth({
    clock,
    logger: { info: () => {}, warn: text => warned.push(text) },
  });
  const kept = new KeptBuilds({ builds: answers, copy, clock, health });
  const live = (uid: string) => {
    const { metadata, ...rest } = objects.build('shop', 'app', 1, 'True');
    held.put('build', 'build', { ...rest, metadata: { ...metadata, uid } });
  };
  return { clock, health, kept, live, warned };
}

describe('what readers find in the archive', () => {
  it('is the last build that had the name, when there is none now', async () => {
    const { kept } = setUp();
    expect(await kept.named(ref, signal)).toBe(builds[0]);
    expect(await kept.ofImage(image, signal)).toEqual(builds);
  });

  it('is that very build, when there is one, and none of another time', async () => {
    const { kept, live } = setUp();
    live('old');
    expect(await kept.named(ref, signal)).toBe(builds[1]);
    live('another');
    expect(await kept.named(ref, signal)).toBeUndefined();
  });

  it('is nothing of a cluster that is read with own tokens now, whatever is kept of it', async () => {
    const { kept } = setUp('per-user');
    expect(await kept.named(ref, signal)).toBeUndefined();
    expect(await kept.withLogs(ref, signal)).toBeUndefined();
    expect(await kept.ofImage(image, signal)).toEqual([]);
  });

  it('is nothing of a cluster that is not there any more', async () => {
    const { kept } = setUp();
    const gone = { ...ref, cluster: 'gone' };
    expect(await kept.named(gone, signal)).toBeUndefined();
  });

  it('is waited for five seconds, and then cannot be had now', async () => {
    const never = () => new Promise<never>(() => {});
    const { kept, clock, health, warned } = setUp('shared', {
      ...{ find: never, named: never, ofImage: never, parts: never },
      logs: never,
    });
    const asked = kept.named(ref, signal).catch((error: unknown) => error);
    await clock.advance(4_999);
    expect(health.failingSince).toBeUndefined();
    await clock.advance(1);
    expect(await asked).toMatchObject({ name: 'ArchiveUnavailable' });
    expect(health.failingSince).toBe(clock.now());
    expect(clock.waits).toEqual([]);
    expect(warned).toHaveLength(1);
  });
});

describe('the health of the archive', () => {
  it('is one line in the log when it fails and one when it works again, without what was to be stored', () => {
    const { health, warned } = setUp();
    const error = Object.assign(
      new Error(
        "insert into `archived_builds` (`view`) values ('secret') - SQLITE_FULL: database or disk is full",
      ),
      { code: 'SQLITE_FULL' },
    );
    health.failed(error);
    health.failed(error);
    expect(warned).toEqual([
      'Logs cannot be archived: SQLITE_FULL: database or disk is full. Live logs go on; what ends meanwhile is archived later, if its pod is still there then',
    ]);
    health.worked();
    expect(health.failingSince).toBeUndefined();
  });
});
