import { FakeClock } from '../clock/FakeClock';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { NotFound } from '../clusters/errors/NotFound';
import type { LogRequest } from '../clusters/LogRequest';
import { LiveContainerStates } from '../logs/LiveContainerStates';
import { HeldCopy } from '../service/testing/HeldCopy';
import { objects } from '../service/testing/objects';
import { ArchiveDatabase } from './ArchiveDatabase';
import { ArchiveHealth } from './ArchiveHealth';
import { ArchiveIndex } from './ArchiveIndex';
import { BuildArchiver } from './BuildArchiver';
import { kpackBuilds } from './kpackBuilds';
import { BuildClaims, LEASE_MS } from './BuildClaims';
import { DatabaseLogArchive } from './DatabaseLogArchive';
import { LONGEST_END_MS } from './readContainerLog';
import { sqliteDatabase, type TestDatabase } from './testing/sqliteDatabase';

// A real database, also on a busy machine.
jest.setTimeout(90_000);

const { signal } = new AbortController();
const T = '2030-01-01T09:00:00Z';
const ref = { cluster: 'build', namespace: 'shop', name: 'app-1' };
const named = { ...ref, resource: 'builds.kpack.io' };
const asked = { cluster: 'build', verb: 'get', resource: 'pods/log' } as const;

type Step = 'waiting' | 'running' | 'ended';

let database: TestDatabase;
afterEach(() => database.stop());

function setUp() {
  database = sqliteDatabase();
  const clock = new FakeClock();
  const copy = new HeldCopy(clock, ['build']);
  const tables = new ArchiveDatabase(database.service);
  const archive = new DatabaseLogArchive(tables, clock);
  const index = new ArchiveIndex(tables, clock);
  const requests: LogRequest[] = [];
  const answers = new Map<
    string,
    (life: AbortSignal) => AsyncIterable<Uint8Array>
  >();
  const claimsOf = (owner: string) =>
    new BuildClaims({ database: tables, clock, owner });
  const silent = { info: () => {}, warn: () => {} };
  const archiver = new BuildArchiver({
    ...{ archive, index, clock, claims: claimsOf('me') },
    things: kpackBuilds(copy, clock),
    states: new LiveContainerStates(copy),
    health: new ArchiveHealth({ clock, logger: silent }),
    api: {
      async log(request, life) {
        requests.push(request);
        const answer = answers.get(request.container);
        if (!answer) throw new NotFound(asked);
        return answer(life);
      },
    },
    ...{ maxLogBytes: 1_000_000, maxAgeMs: 30 * 24 * 3_600_000 },
  });
  const key = { cluster: 'build', namespace: 'shop', uid: 'b1' };
  return {
    ...{ archiver, clock, copy, index, requests, claimsOf, key },
    build(succeeded?: 'True' | 'False') {
      const { metadata, ...rest } = objects.build('shop', 'app', 1, succeeded);
      const status = { ...rest.status, podName: 'app-1-pod' };
      const object = { ...rest, status, metadata: { ...metadata, uid: 'b1' } };
      copy.put('build', 'build', object);
    },
    pod(
      steps: { 'mesh-init'?: Step; detect: Step; build: Step },
      { uid = 'p1', deleting = false } = {},
    ) {
      const { metadata, ...rest } = objects.pod('shop', 'app-1', 'running');
      const states = {
        waiting: { waiting: { reason: 'PodInitializing' } },
        running: { running: { startedAt: T } },
        ended: { terminated: { exitCode: 0, startedAt: T, finishedAt: T } },
      };
      const initContainerStatuses = Object.entries(steps).map(
        ([name, step]) => ({ name, state: states[step] }),
      );
      const initContainers = Object.keys(steps).map(name => ({ name }));
      const object = {
        ...rest,
        spec: { initContainers },
        status: { initContainerStatuses },
        metadata: {
          ...{ ...metadata, uid },
          ...(deleting ? { deletionTimestamp: T } : {}),
        },
      };
      copy.put('build', 'pod', object);
    },
    podGone() {
      copy.remove('build', 'pod', objects.pod('shop', 'app-1', 'running'));
    },
    writes(
      container: 'mesh-init' | 'detect' | 'build',
      text: string,
      end?: Error,
    ) {
      answers.set(container, async function* log() {
        yield Buffer.from(text);
        if (end) throw end;
      });
    },
    /** Its container never ends. */
    writesOn(container: 'build', text: string) {
      answers.set(container, async function* log(life) {
        yield Buffer.from(text);
        await new Promise((_, reject) => {
          life.addEventListener('abort', () => reject(life.reason));
        });
      });
    },
    run: () => archiver.archive(ref, signal),
    async kept() {
      const logs = await index.logs(key, signal);
      const kept: Record<string, string> = {};
      for (const { container, bytes, completeness } of logs) {
        const parts: Uint8Array[] = [];
        const of = { ...key, build: key.uid, container };
        if (bytes > 0) {
          for await (const part of archive.read(of, signal)) parts.push(part);
        }
        const text = Buffer.concat(parts).toString();
        kept[container] =
          completeness.kind === 'complete'
            ? text
            : `${text}<${completeness.because}>`;
      }
      return kept;
    },
  };
}

const A = `${T} a\n`;
const B = `${T} b\n`;

describe('a build that runs', () => {
  it('has the log of each step kept as soon as it has ended, once', async () => {
    const { build, pod, writes, run, kept, requests } = setUp();
    writes('detect', A);
    writes('build', B);
    build();
    pod({ detect: 'running', build: 'waiting' });
    expect(await run()).toEqual({ kind: 'waits' });
    expect(requests).toEqual([]);

    pod({ detect: 'ended', build: 'running' });
    expect(await run()).toEqual({ kind: 'waits' });
    expect(await kept()).toEqual({ detect: A });
    await run();
    expect(requests.map(({ container }) => container)).toEqual(['detect']);

    build('True');
    pod({ detect: 'ended', build: 'ended' });
    expect(await run()).toEqual({ kind: 'settled', uid: 'b1' });
    expect(await kept()).toEqual({ detect: A, build: B });
    await run();
    expect(requests).toHaveLength(2);
  });

  it('whose pod is being deleted has its running step followed to the end', async () => {
    const { build, pod, writes, run, kept, requests } = setUp();
    writes('detect', A);
    writes('build', B);
    build();
    pod({ detect: 'ended', build: 'running' }, { deleting: true });
    await run();
    expect(requests.map(({ follow }) => follow)).toEqual([false, true]);
    expect(await kept()).toEqual({ detect: A, build: B });
  });

  it('whose pod went away under it keeps what came, and says that it is not all', async () => {
    const { build, pod, podGone, writes, run, kept } = setUp();
    writes('detect', A);
    writes('build', B, new ConnectionLost(asked));
    build();
    pod({ detect: 'ended', build: 'running' }, { deleting: true });
    expect(await run()).toEqual({ kind: 'waits' });
    podGone();
    build('False');
    expect(await run()).toEqual({ kind: 'settled', uid: 'b1' });
    expect(await kept()).toMatchObject({
      ...{ detect: A, build: `${B}<pod-gone>` },
    });
  });

  it('is not waited for for ever when its node is lost, and with it the end of its pod', async () => {
    const { build, pod, writes, writesOn, run, kept, clock } = setUp();
    writes('detect', A);
    writesOn('build', B);
    build();
    pod({ detect: 'ended', build: 'running' }, { deleting: true });
    let done: unknown;
    const running = run().then(result => {
      done = result;
    });
    for (let waited = 0; waited < LONGEST_END_MS; waited += 10_000) {
      expect(done).toBeUndefined();
      await clock.advance(10_000);
    }
    // The database takes time of its own: what began later ends later.
    while (done === undefined) await clock.advance(10_000);
    await running;
    expect(done).toEqual({ kind: 'waits' });
    expect(await kept()).toEqual({ detect: A, build: `${B}<pod-gone>` });
    expect(clock.waits).toEqual([]);
  });

  it('that kpack runs again in another pod has the logs of that one', async () => {
    const { build, pod, podGone, writes, run, kept } = setUp();
    writes('detect', A);
    build();
    pod({ detect: 'ended', build: 'waiting' });
    await run();
    podGone();
    writes('detect', B);
    writes('build', B);
    build('True');
    pod({ detect: 'ended', build: 'ended' }, { uid: 'p2' });
    await run();
    expect(await kept()).toEqual({ detect: B, build: B });
  });
});

describe('a build that is over', () => {
  it('keeps a step that only its pod knew of', async () => {
    const { build, pod, podGone, writes, run, kept, index } = setUp();
    writes('detect', A);
    writes('build', B);
    writes('mesh-init', A);
    build();
    pod({ 'mesh-init': 'ended', detect: 'running', build: 'waiting' });
    await run();
    podGone();
    build('False');
    await run();
    expect(await kept()).toMatchObject({ 'mesh-init': A });
    const known = await index.named(named, signal);
    expect(known?.view.steps.map(({ name }) => name)).toEqual([
      ...['mesh-init', 'detect', 'build'],
    ]);
  });

  it('is waited for while a container of it has not ended', async () => {
    const { build, pod, writes, run } = setUp();
    writes('detect', A);
    writes('build', B);
    build('True');
    pod({ detect: 'ended', build: 'running' });
    expect(await run()).toEqual({ kind: 'waits' });
    pod({ detect: 'ended', build: 'ended' });
    expect(await run()).toMatchObject({ kind: 'settled' });
  });

  it('is read again when the connection broke off, as long as its pod is there', async () => {
    const { build, pod, writes, run, kept } = setUp();
    writes('detect', A);
    writes('build', B.slice(0, 10), new ConnectionLost(asked));
    build('True');
    pod({ detect: 'ended', build: 'ended' });
    expect(await run()).toMatchObject({ kind: 'again' });
    writes('build', B);
    expect(await run()).toMatchObject({ kind: 'settled' });
    expect(await kept()).toEqual({ detect: A, build: B });
  });

  it('is left to the replica that has claimed it', async () => {
    const { build, pod, writes, run, claimsOf, key, requests } = setUp();
    writes('detect', A);
    writes('build', B);
    build('True');
    pod({ detect: 'ended', build: 'ended' });
    await claimsOf('other').take(key, signal);
    expect(await run()).toEqual({ kind: 'again', afterMs: LEASE_MS });
    expect(requests).toEqual([]);
  });

  it('is not judged while its pods cannot be seen', async () => {
    const { build, copy, run } = setUp();
    build('True');
    copy.become('build', 'pod', 'down');
    expect(await run()).toEqual({ kind: 'unsure' });
  });

  it('is not wanted when it ended before anything is kept for so long', async () => {
    const { build, pod, clock, run, requests } = setUp();
    build('True');
    pod({ detect: 'ended', build: 'ended' });
    await clock.advance(31 * 24 * 3_600_000);
    expect(await run()).toEqual({ kind: 'settled', uid: 'b1' });
    expect(requests).toEqual([]);
  });
});

describe('a build that is deleted', () => {
  it('before its end was seen is closed with what there is', async () => {
    const { build, pod, podGone, copy, writes, run, kept, index } = setUp();
    writes('detect', A);
    build();
    pod({ detect: 'ended', build: 'running' });
    await run();
    podGone();
    copy.remove('build', 'build', objects.build('shop', 'app', 1));
    expect(await run()).toEqual({ kind: 'settled', uid: 'b1' });
    expect(await kept()).toEqual({ detect: A, build: '<pod-gone>' });
    const known = await index.named(named, signal);
    expect(known?.view.phase).toEqual({
      kind: 'unknown',
      says: 'it was deleted before it had ended',
    });
    expect(known?.view.steps.map(({ state }) => state)).toEqual([
      'succeeded',
      'unknown',
    ]);
  });

  it('and never archived is nobody’s business', async () => {
    const { run, requests } = setUp();
    expect(await run()).toEqual({ kind: 'waits' });
    expect(requests).toEqual([]);
  });
});
