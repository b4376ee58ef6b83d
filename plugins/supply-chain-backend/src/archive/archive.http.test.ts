import {
  buildsAnswerSchema,
  type BuildView,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import { startArchived, until, type Archived } from './testing/startArchived';

jest.setTimeout(120_000);

const linesOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(message =>
    message.type === 'lines'
      ? message.text.split('\n').map(line => `${message.step} ${line}`)
      : [],
  );

describe('builds that have ended when the backend starts', () => {
  let chain: Archived;
  let builds: readonly BuildView[];
  /** What the cluster gave of each step while the pods were there. */
  const before = new Map<string, { text: Buffer; timed: Buffer }>();
  /** Logs that the cluster was asked for until all was archived. */
  let asked: readonly string[];
  let followed: LogMessage[];
  let watched: BuildView;

  beforeAll(async () => {
    chain = await startArchived();
    const all = await chain.withPods();
    builds = all.filter(({ phase }) =>
      ['succeeded', 'failed'].includes(phase.kind),
    );
    for (const build of builds) {
      for (const { name } of build.steps.filter(hasLog)) {
        before.set(`${build.ref.namespace}/${build.ref.name} ${name}`, {
          text: await chain.kubectl(build, name),
          timed: await chain.kubectl(build, name, '&timestamps=true'),
        });
      }
    }
    const found = builds.find(({ phase }) => phase.kind === 'succeeded');
    if (!found) throw new Error('No build of the recording has succeeded');
    watched = found;
    await chain.settled(builds);
    asked = chain.upstream
      .map(({ path }) => path)
      .filter(path => path.includes('/log?'));
    followed = await chain.follow(watched);
    for (const build of builds) chain.deletePod(build);
    await until(async () =>
      (await chain.withPods()).every(({ phase }) => phase.kind !== 'succeeded'),
    );
  });
  afterAll(() => chain.stop());

  it('are all there byte for byte when their pods are gone, with times and without', async () => {
    let compared = 0;
    for (const build of builds) {
      for (const { name } of build.steps.filter(hasLog)) {
        const { text, timed } =
          before.get(`${build.ref.namespace}/${build.ref.name} ${name}`) ?? {};
        const ours = await chain.bytes(chain.logsPath(build, `?step=${name}`));
        const withTimes = await chain.bytes(
          chain.logsPath(build, `?step=${name}&timestamps`),
        );
        expect([build.ref.name, name, text?.equals(ours)]).toEqual([
          ...[build.ref.name, name, true],
        ]);
        expect(timed?.equals(withTimes)).toBe(true);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('were asked of the cluster once a container, by nobody else than the archive', () => {
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThanOrEqual(before.size);
  });

  it('have a row a log, with its size, lines, hash, first and last time', async () => {
    const step = watched.steps.find(hasLog)?.name ?? '';
    const timed = before.get(
      `${watched.ref.namespace}/${watched.ref.name} ${step}`,
    )?.timed;
    const lines = String(timed).trimEnd().split('\n');
    const row = await chain.database
      .client('archived_logs')
      .where({ uid: chain.uid(watched), container: step })
      .first();
    expect(row).toMatchObject({
      ...{ cluster: 'build', namespace: watched.ref.namespace },
      ...{ bytes: timed?.length, lines: lines.length, incomplete: null },
      first_at: lines[0]?.split(' ')[0],
      last_at: lines.at(-1)?.split(' ')[0],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('are followed to their end in the same lines, times and cursors, and say that they come from the archive', async () => {
    const archived = await chain.follow(watched);
    const told = (messages: readonly LogMessage[]) => {
      const lines = linesOf(messages);
      const times = messages.flatMap(message =>
        message.type === 'lines' ? message.times : [],
      );
      return { lines, times };
    };
    expect(told(archived)).toEqual(told(followed));
    expect(archived.at(-1)).toEqual({ type: 'end', resume: false });
    const noted = archived.filter(({ type }) => type === 'archived');
    expect(noted).toEqual(
      watched.steps.filter(hasLog).map(({ name }) => ({
        ...{ type: 'archived', step: name, at: expect.any(String) },
        completeness: { kind: 'complete' },
        because: 'pod-gone',
      })),
    );
    expect(followed.some(({ type }) => type === 'archived')).toBe(false);
  });

  it('go on after every cursor that was given while the pod was there', async () => {
    for (const [index, message] of followed.entries()) {
      if (message.type !== 'lines') continue;
      const rest = await chain.follow(
        watched,
        `&from=${encodeURIComponent(message.cursor)}`,
      );
      expect(linesOf(rest)).toEqual(linesOf(followed.slice(index + 1)));
    }
  });

  it('are read like any other: one step, all under headings, as a file', async () => {
    const whole = String(await chain.bytes(chain.logsPath(watched)));
    for (const { name } of watched.steps.filter(hasLog)) {
      expect(whole).toContain(`===> ${name}\n`);
    }
    const response = await chain.fetch(chain.logsPath(watched, '?download'));
    await response.arrayBuffer();
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${watched.ref.name}.log"`,
    );
    const unknown = await chain.fetch(chain.logsPath(watched, '?step=nothere'));
    expect(unknown.status).toBe(404);
  });

  it('stay when kpack deletes them: the build, its place in the history, its logs', async () => {
    const image = `/v1/images/build/${watched.ref.namespace}/${watched.image}/builds`;
    const history = async () =>
      buildsAnswerSchema.parse(await (await chain.fetch(image)).json()).builds;
    const live = await history();
    const row = live.find(({ ref }) => ref.name === watched.ref.name);
    expect(row).not.toHaveProperty('archived');

    chain.deleteBuild(watched);
    await until(async () => (await chain.view(watched.ref)).archived === true);
    const { archived, ...view } = await chain.view(watched.ref);
    expect(view).toEqual({
      ...watched,
      pod: { name: watched.pod?.name, present: false },
    });
    const later = await history();
    expect(later.map(({ ref }) => ref.name)).toEqual(
      live.map(({ ref }) => ref.name),
    );
    expect(later.find(({ ref }) => ref.name === watched.ref.name)).toEqual({
      ...row,
      archived: true,
    });
    expect(linesOf(await chain.follow(watched))).toEqual(linesOf(followed));
  });
});

describe('a build that ends while nobody looks', () => {
  it('is archived all the same, and readable when its pod and its Build are gone', async () => {
    const chain = await startArchived({ demo: { speed: 20 } });
    try {
      const [some] = (await chain.withPods()).filter(
        ({ workload, phase }) => workload && phase.kind === 'succeeded',
      );
      const { namespace, name } = some?.workload ?? { namespace: '', name: '' };
      const known = new Set(
        (await chain.withPods()).map(({ ref }) => ref.name),
      );
      await chain.demo.world.push(`${namespace}/${name}`);
      const [build] = (await chain.withPods()).filter(
        ({ ref }) => !known.has(ref.name) && ref.namespace === namespace,
      );
      if (!build) throw new Error('The push made no build');
      await chain.settled([build]);
      const step = build.steps.find(hasLog)?.name ?? '';
      const text = await chain.kubectl(build, step);
      chain.deletePod(build);
      chain.deleteBuild(build);
      await until(async () => (await chain.view(build.ref)).archived === true);
      const ours = await chain.bytes(chain.logsPath(build, `?step=${step}`));
      expect(ours.equals(text)).toBe(true);
    } finally {
      await chain.stop();
    }
  });
});
