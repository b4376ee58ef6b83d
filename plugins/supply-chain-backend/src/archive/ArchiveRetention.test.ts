import { FakeClock } from '../clock/FakeClock';
import { ArchiveDatabase } from './ArchiveDatabase';
import { ArchiveIndex } from './ArchiveIndex';
import { ArchiveRetention } from './ArchiveRetention';
import { BuildClaims } from './BuildClaims';
import { DatabaseLogArchive } from './DatabaseLogArchive';
import type { RetentionLimits } from './RetentionLimits';
import { archivedBuild, archivedLog } from './testing/archivedBuild';
import { eachDatabase } from './testing/eachDatabase';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const DAY = 24 * 3_600_000;
const GENEROUS: RetentionLimits = {
  maxAgeMs: 1_000 * DAY,
  buildsPerImage: 1_000,
  totalBytes: 1e9,
};
const IMAGE = { cluster: 'build', namespace: 'shop', name: 'app' };

eachDatabase('what the archive keeps', open => {
  async function setUp() {
    const clock = new FakeClock();
    await clock.advance(100 * DAY);
    const service = await open();
    const database = new ArchiveDatabase(service.service);
    const archive = new DatabaseLogArchive(database, clock);
    const index = new ArchiveIndex(database, clock);
    const claims = new BuildClaims({ database, clock, owner: 'me' });
    const keyOf = (uid: string) => ({
      ...{ cluster: 'build', namespace: 'shop', build: uid },
      container: 'build',
    });
    async function* text() {
      yield Buffer.from('abc');
    }
    return {
      clock,
      client: service.client,
      /** A build that ended so many days ago. */
      async add(
        uid: string,
        daysAgo: number,
        changed: Parameters<typeof archivedLog>[0] & { image?: string } = {},
      ) {
        const { image = 'app', ...log } = changed;
        const endedAt = clock.now() - daysAgo * DAY;
        await index.remember(archivedBuild({ uid, image, endedAt }), signal);
        await archive.write(keyOf(uid), text(), signal);
        const build = { cluster: 'build', namespace: 'shop', uid };
        await index.keep(build, archivedLog(log), signal);
      },
      prune: (limits: Partial<RetentionLimits>) =>
        new ArchiveRetention({
          ...{ database, archive, claims, clock },
          limits: { ...GENEROUS, ...limits },
        }).prune(signal),
      /** Uids of what is still there, with logs. */
      async left(image = 'app') {
        const builds = await index.ofImage({ ...IMAGE, name: image }, signal);
        for (const { uid } of builds) {
          expect(await archive.exists(keyOf(uid), signal)).toBe(true);
        }
        return builds.map(({ uid }) => uid);
      },
      settled: () => index.settled('build', signal),
      exists: (uid: string) => archive.exists(keyOf(uid), signal),
    };
  }

  it('is all of it, within the limits', async () => {
    const { add, prune, left } = await setUp();
    await add('one', 1);
    expect(await prune({})).toEqual({ byAge: 0, byCount: 0, bySize: 0 });
    expect(await left()).toEqual(['one']);
  });

  it('is nothing that is too old, and no trace of it', async () => {
    const { add, prune, left, settled, exists, client } = await setUp();
    for (const daysAgo of [1, 29, 30, 31, 99]) await add(`${daysAgo}`, daysAgo);
    expect(await prune({ maxAgeMs: 30 * DAY })).toMatchObject({ byAge: 2 });
    expect(await left()).toEqual(['1', '29', '30']);
    expect(await exists('31')).toBe(false);
    expect([...(await settled())].sort()).toEqual(['1', '29', '30']);
    expect(await client('archived_logs').pluck('uid')).toHaveLength(3);
    expect(await client('archived_chunks')).toHaveLength(3);
  });

  it('is the newest builds of each image', async () => {
    const { add, prune, left } = await setUp();
    for (const daysAgo of [4, 2, 1, 3]) await add(`a${daysAgo}`, daysAgo);
    await add('b9', 9, { image: 'other' });
    expect(await prune({ buildsPerImage: 2 })).toMatchObject({ byCount: 2 });
    expect(await left()).toEqual(['a1', 'a2']);
    expect(await left('other')).toEqual(['b9']);
  });

  it('is what fits, the newest of all images first', async () => {
    const { add, prune, left } = await setUp();
    await add('a1', 1, { storedBytes: 1_000_000 });
    await add('b2', 2, { storedBytes: 1_000_000, image: 'other' });
    await add('a3', 3, { storedBytes: 1_000_000 });
    await add('b4', 4, { storedBytes: 1, image: 'other' });
    expect(await prune({ totalBytes: 2_500_000 })).toMatchObject({ bySize: 2 });
    expect(await left()).toEqual(['a1']);
    expect(await left('other')).toEqual(['b2']);
  });

  it('does not come again while kpack may still have it, and is gone for good when it is old', async () => {
    const { add, prune, left, settled, clock, client } = await setUp();
    await add('a1', 1);
    await add('a2', 2);
    const limits = { buildsPerImage: 1, maxAgeMs: 30 * DAY };
    await prune(limits);
    expect(await left()).toEqual(['a1']);
    expect([...(await settled())].sort()).toEqual(['a1', 'a2']);
    const row = client('archived_builds').where({ uid: 'a2' });
    expect(await row).toMatchObject([{ subject: null, view: null }]);
    await clock.advance(40 * DAY);
    await prune(limits);
    expect(await client('archived_builds')).toEqual([]);
  });

  it('goes in steps, however much there is', async () => {
    const { add, prune, left } = await setUp();
    for (let n = 0; n < 250; n += 1) await add(`a${n}`, n / 10);
    expect(await prune({ buildsPerImage: 3 })).toMatchObject({ byCount: 247 });
    expect(await left()).toHaveLength(3);
  });

  it('takes away what writers and replicas that died have left behind', async () => {
    const { prune, clock, client } = await setUp();
    await prune({});
    await client('archived_texts').insert({
      ...{ key: null, written_for: 'x', chunks: 0, begun_at: clock.now() },
    });
    await client('archive_claims').insert({
      ...{ cluster: 'c', namespace: 'n', uid: 'u', owner: 'dead' },
      until: clock.now(),
    });
    await prune({});
    expect(await client('archived_texts')).toHaveLength(1);
    await clock.advance(DAY);
    await prune({});
    expect(await client('archived_texts')).toEqual([]);
    expect(await client('archive_claims')).toEqual([]);
  });
});
