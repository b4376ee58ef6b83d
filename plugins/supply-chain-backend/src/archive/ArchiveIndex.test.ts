import { resolve } from 'node:path';
import { FakeClock } from '../clock/FakeClock';
import { ArchiveDatabase } from './ArchiveDatabase';
import { ArchiveIndex } from './ArchiveIndex';
import { archivedBuild } from './testing/archivedBuild';
import { eachDatabase } from './testing/eachDatabase';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const BUILDS = 'builds.kpack.io';
const RUNS = 'taskruns.tekton.dev';
const MIGRATIONS = resolve(__dirname, '../../migrations');
const ref = { cluster: 'build', namespace: 'shop', name: 'app-1' };
const image = { ...ref, name: 'app' };

/** A Build and a TaskRun of one name, which count for things of one name. */
const build = archivedBuild({ uid: 'b', name: 'app-1', image: 'app' });
const run = archivedBuild({
  ...{ uid: 'r', name: 'app-1', image: 'app', resource: RUNS },
  endedAt: 1,
});

eachDatabase('what is known of builds and of runs', open => {
  it('is told apart where their names are the same', async () => {
    const { service } = await open();
    const index = new ArchiveIndex(
      new ArchiveDatabase(service),
      new FakeClock(),
    );
    await index.remember(build, signal);
    await index.remember(run, signal);
    const named = async (resource: string) =>
      index.named({ ...ref, resource }, signal);
    expect(await named(BUILDS)).toEqual(build);
    expect(await named(RUNS)).toEqual(run);
    expect(await index.find(run, signal)).toEqual(run);
    expect(await index.ofImage(image, signal)).toEqual([build]);
  });

  it('is found by what it is a part of: of the very run, else of the last that had the name', async () => {
    const { service } = await open();
    const index = new ArchiveIndex(
      new ArchiveDatabase(service),
      new FakeClock(),
    );
    const resource = 'pipelineruns.tekton.dev';
    const part = (uid: string, whole: string, endedAt: number) => ({
      ...{ ...run, uid, endedAt },
      whole: { resource, name: 'test', uid: whole, task: uid },
    });
    const old = part('old', 'first', 1);
    const [unit, lint] = [part('unit', 'second', 3), part('lint', 'second', 2)];
    for (const each of [old, lint, unit, run]) {
      await index.remember(each, signal);
    }
    const whole = { ...ref, name: 'test', resource };
    expect(await index.parts(whole, signal)).toEqual([unit, lint]);
    const first = { ...whole, uid: 'first' };
    expect(await index.parts(first, signal)).toEqual([old]);
    const other = { ...whole, resource: 'imagescans.x' };
    expect(await index.parts(other, signal)).toEqual([]);
  });

  it('is what is still to be settled, of each kind by itself', async () => {
    const { service } = await open();
    const index = new ArchiveIndex(
      new ArchiveDatabase(service),
      new FakeClock(),
    );
    for (const each of [build, run]) {
      await index.remember({ ...each, settled: false }, signal);
    }
    const left = async (resource: string) =>
      (await index.unsettled('build', resource, signal)).map(({ uid }) => uid);
    expect(await left(BUILDS)).toEqual(['b']);
    expect(await left(RUNS)).toEqual(['r']);
  });

  it('of before there were runs is of builds, and stays when runs are taken out again', async () => {
    const { client, service } = await open();
    const config = { directory: MIGRATIONS };
    await client.migrate.up(config);
    const { cluster, namespace, uid, name, subject, view } = build;
    await client('archived_builds').insert({
      ...{ cluster, namespace, uid, name, image: 'app', settled: true },
      ...{ subject: JSON.stringify(subject), view: JSON.stringify(view) },
      ...{ ended_at: 0, archived_at: 0 },
    });
    const index = new ArchiveIndex(
      new ArchiveDatabase(service),
      new FakeClock(),
    );
    expect(await index.ofImage(image, signal)).toEqual([build]);
    await index.remember(run, signal);
    // What it is a part of, then runs at all.
    await client.migrate.down(config);
    await client.migrate.down(config);
    expect(await client('archived_builds').pluck('uid')).toEqual(['b']);
  });
});
