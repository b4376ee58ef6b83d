import type { DatabaseService } from '@backstage/backend-plugin-api';
import {
  apiErrorAnswerSchema,
  type BuildView,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import { ArchiveDatabase } from './ArchiveDatabase';
import { sqliteDatabase, type TestDatabase } from './testing/sqliteDatabase';
import { startArchived, until, type Archived } from './testing/startArchived';

jest.setTimeout(120_000);

const PODS = { group: '', plural: 'pods' };

let chain: Archived;
afterEach(() => chain.stop());

const ended = (builds: readonly BuildView[]) =>
  builds.filter(({ phase }) => ['succeeded', 'failed'].includes(phase.kind));

const rowsOf = (build: BuildView) =>
  chain.database.client('archived_logs').where({ uid: chain.uid(build) });

const statesOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(message =>
    message.type === 'archive-state' ? message.state : [],
  );

describe('a build whose pod had vanished before the archive came', () => {
  it('is known, and every log of it is marked as missing', async () => {
    chain = await startArchived({
      prepare({ build: { state } }) {
        for (const { metadata } of state.list(PODS).items) {
          state.remove(PODS, metadata.namespace, metadata.name);
        }
      },
    });
    const { namespace = '', name } = chain.demo.build.state
      .list({ group: 'kpack.io', plural: 'builds' })
      .items.find(({ status }) => JSON.stringify(status).includes('"True"'))
      ?.metadata ?? { name: '' };
    const build = await chain.view({ namespace, name });
    await chain.settled([build]);
    const rows = await rowsOf(build);
    expect(rows).toHaveLength(build.steps.filter(hasLog).length);
    for (const row of rows) {
      expect(row).toMatchObject({ bytes: 0, incomplete: 'pod-gone' });
    }
    for (const query of ['', `?step=${build.steps[0]?.name}`]) {
      const response = await chain.fetch(chain.logsPath(build, query));
      const { error } = apiErrorAnswerSchema.parse(await response.json());
      expect(error.code).toBe('logs-gone');
    }
    expect((await chain.follow(build)).slice(-2)).toMatchObject([
      { type: 'error', error: { code: 'logs-gone' } },
      { type: 'end', resume: false },
    ]);
    chain.deleteBuild(build);
    await until(async () => (await chain.view(build.ref)).archived === true);
  });
});

describe('a build whose pod is deleted while it runs', () => {
  it('has what its ended steps wrote, and says what is missing', async () => {
    chain = await startArchived({ demo: { speed: 4 } });
    const [some] = ended(await chain.withPods()).filter(
      ({ workload }) => workload,
    );
    const known = new Set((await chain.withPods()).map(({ ref }) => ref.name));
    const workload = some?.workload ?? { namespace: '', name: '' };
    const pushed = chain.demo.world
      .push(`${workload.namespace}/${workload.name}`)
      .catch(() => undefined);
    const build = await running(known);
    const [first, second] = build.steps;
    const before = await Promise.all(
      [first, second].map(step => chain.kubectl(build, step?.name ?? '')),
    );
    await until(async () => (await rowsOf(build)).length >= 2);
    chain.deletePod(build);
    await pushed;
    chain.deleteBuild(build);
    await chain.settled([build]);
    const after = await Promise.all(
      [first, second].map(step =>
        chain.bytes(chain.logsPath(build, `?step=${step?.name}`)),
      ),
    );
    expect(after.map(String)).toEqual(before.map(String));
    const rows = await rowsOf(build);
    expect(
      rows.filter(({ incomplete }) => incomplete === null).length,
    ).toBeGreaterThanOrEqual(2);
    const messages = await chain.follow(build);
    const noted = messages.flatMap(message =>
      message.type === 'archived' ? [message.step] : [],
    );
    expect(noted.slice(0, 2)).toEqual([first?.name, second?.name]);
  });
});

/** A build that was not known before, two of whose steps have ended and one has not. */
async function running(known: ReadonlySet<string>): Promise<BuildView> {
  const found: BuildView[] = [];
  await until(async () => {
    const builds = await chain.withPods();
    found.push(
      ...builds.filter(
        ({ ref, steps }) =>
          !known.has(ref.name) &&
          steps.filter(({ state }) => state === 'succeeded').length >= 2 &&
          steps.some(({ state }) => state === 'running'),
      ),
    );
    return found.length > 0;
  });
  const [build] = found;
  if (!build) throw new Error('No build runs');
  return build;
}

describe('logs that a cluster refuses', () => {
  it('are marked so, and the build is known', async () => {
    chain = await startArchived({
      prepare: ({ build }) =>
        build.faults.set({ forbid: [{ resource: 'pods/log' }] }),
    });
    const [build] = ended(await chain.withPods());
    if (!build) throw new Error('No build has ended');
    const expected = build.steps.filter(hasLog).length;
    await until(async () => (await rowsOf(build)).length === expected);
    for (const row of await rowsOf(build)) {
      expect(row).toMatchObject({ bytes: 0, incomplete: 'refused' });
    }
    const response = await chain.fetch(chain.logsPath(build));
    const { error } = apiErrorAnswerSchema.parse(await response.json());
    expect(error).toMatchObject({ code: 'cluster-denied', verb: 'get' });
  });
});

describe('a disk that is full', () => {
  it('stops the archive and nothing else, says so to those who read, and is caught up with', async () => {
    const database = await fullDisk();
    chain = await startArchived({ database });
    const [build] = ended(await chain.withPods());
    if (!build) throw new Error('No build has ended');
    // It tries again now and then, and says nothing of failing while it does.
    let messages = await chain.follow(build);
    await until(async () => {
      messages = await chain.follow(build);
      return statesOf(messages).length > 0;
    });
    expect(statesOf(messages)).toEqual(['failing']);
    expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
    const step = build.steps.find(hasLog)?.name ?? '';
    const live = await chain.bytes(chain.logsPath(build, `?step=${step}`));
    expect(live.equals(await chain.kubectl(build, step))).toBe(true);

    await database.client.raw('pragma max_page_count = 1000000');
    await chain.settled(ended(await chain.withPods()));
    expect(statesOf(await chain.follow(build))).toEqual([]);
    chain.deletePod(build);
    await until(async () => !(await chain.view(build.ref)).pod?.present);
    const kept = await chain.bytes(chain.logsPath(build, `?step=${step}`));
    expect(kept.equals(live)).toBe(true);
  });

  async function fullDisk(): Promise<TestDatabase> {
    const database = sqliteDatabase();
    await new ArchiveDatabase(database.service).client();
    const [{ page_count: pages }] = await database.client.raw(
      'pragma page_count',
    );
    await database.client.raw(`pragma max_page_count = ${pages + 20}`);
    return database;
  }
});

describe('a database that is down', () => {
  it('when the backend starts holds up nothing, and is caught up with', async () => {
    const real = sqliteDatabase();
    const down = switchable(real);
    chain = await startArchived({ database: down.database });
    const [build] = ended(await chain.withPods());
    if (!build) throw new Error('No build has ended');
    await until(async () => statesOf(await chain.follow(build)).length > 0);
    const step = build.steps.find(hasLog)?.name ?? '';
    const live = await chain.bytes(chain.logsPath(build, `?step=${step}`));
    expect(live.equals(await chain.kubectl(build, step))).toBe(true);
    const list = await chain.fetch('/v1/workloads');
    expect(list.status).toBe(200);

    chain.deletePod(build);
    await until(async () => !(await chain.view(build.ref)).pod?.present);
    const response = await chain.fetch(chain.logsPath(build));
    expect(response.status).toBe(503);
    const { error } = apiErrorAnswerSchema.parse(await response.json());
    expect(error.code).toBe('archive-unavailable');
    // To come back for: it may be there when the database is.
    expect((await chain.follow(build)).slice(-2)).toMatchObject([
      { type: 'error', error: { code: 'archive-unavailable' } },
      { type: 'end', resume: true },
    ]);
    const absent = await chain.fetch('/v1/builds/build/shop/never-there');
    expect(absent.status).toBe(404);

    down.mend();
    const others = ended(await chain.withPods());
    await chain.settled([build, ...others]);
    const [other] = others;
    expect(other && statesOf(await chain.follow(other))).toEqual([]);
  });

  function switchable(real: TestDatabase) {
    let isUp = false;
    const service: DatabaseService = {
      async getClient() {
        if (!isUp) throw new Error('connect ECONNREFUSED 127.0.0.1:5432');
        return real.client;
      },
    };
    return {
      database: { ...real, service },
      mend() {
        isUp = true;
      },
    };
  }
});
