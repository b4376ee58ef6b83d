import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  apiPaths,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ArchivedRuns } from '../testing/ArchivedRuns';
import { startArchived, until, type Archived } from '../testing/startArchived';

jest.setTimeout(120_000);

const TASK_RUNS = { group: 'tekton.dev', plural: 'taskruns' };

let chain: Archived;
let runs: ArchivedRuns;
beforeAll(async () => {
  chain = await startArchived();
  runs = new ArchivedRuns(chain);
});
afterAll(() => chain.stop());
afterEach(() => chain.setPolicy(() => ({ result: AuthorizeResult.ALLOW })));

/** Without its words, which name the run. */
async function refusal(path: string) {
  const { status, code } = await runs.refusal(path);
  return { status, code };
}

/** Lines with their steps and times, however they were cut into messages. */
const linesOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(each =>
    each.type === 'lines'
      ? each.text
          .split('\n')
          .map((line, n) => [each.step, each.times[n], line].join(' '))
      : [],
  );

const cursorsOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(each => (each.type === 'lines' ? each.cursor : []));

const archivedSteps = (messages: readonly LogMessage[]) =>
  messages.flatMap(each => (each.type === 'archived' ? each.step : []));

it.each([
  ['an image build from a Dockerfile', 'gateway-kaniko-', 3],
  ['one of a Runnable', 'gateway-run-image-', 3],
  ['a test of a PipelineRun', 'checkout-test-', 1],
  ['a writer of configuration', 'checkout-commit-and-pr-', 2],
])(
  'the log of %s is the same when its pod is gone',
  async (_, start, steps) => {
    const of = runs.run(start);
    const path = runs.pathOf(TASK_RUNS, of);
    const before = await runs.answer(path);
    const live = await runs.follow(path);
    expect([before.status, before.text === '']).toEqual([200, false]);
    expect(archivedSteps(live)).toEqual([]);

    await runs.settled(of);
    runs.removePod(of);
    const after = await runs.untilArchived(path);
    expect(await runs.answer(path)).toEqual(before);
    expect(linesOf(after)).toEqual(linesOf(live));
    expect(archivedSteps(after)).toHaveLength(steps);
    expect(after.at(-1)).toEqual({ type: 'end', resume: false });

    // What was read of the pod goes on out of the archive.
    const [cursor = ''] = cursorsOf(live);
    const told =
      linesOf(live).length - linesOf(await runs.follow(path, cursor)).length;
    expect(told).toBe(
      linesOf(live.slice(0, live.findIndex(m => 'cursor' in m) + 1)).length,
    );
  },
);

it('is still there when the run is gone too, and never that of another run of its name', async () => {
  const of = runs.run('widgets-kaniko-');
  const { name, namespace = '' } = of.metadata;
  const path = runs.pathOf(TASK_RUNS, of);
  const before = await runs.answer(path);
  await runs.settled(of);
  runs.removePod(of);
  chain.demo.build.state.remove(TASK_RUNS, namespace, name);
  await runs.untilArchived(path);
  expect(await runs.answer(path)).toEqual(before);

  const { ownerReferences = [], ...nobodys } = of.metadata;
  chain.demo.build.state.apply(TASK_RUNS, {
    ...of,
    metadata: { ...nobodys, uid: 'another' },
  });
  const asked = chain.upstream.length;
  expect(await runs.answer(path)).toEqual(before);
  expect(
    chain.upstream
      .slice(asked)
      .filter(({ path: at }) => at.includes(`/${name}-pod/log`)),
  ).toEqual([]);

  // Once it belongs to a workload it is that run, which has no log of its own any more.
  chain.demo.build.state.apply(TASK_RUNS, {
    ...of,
    metadata: { ...nobodys, uid: 'another', ...{ ownerReferences } },
  });
  await until(async () => (await runs.answer(path)).status !== 200);
  expect(await refusal(path)).toEqual({ status: 404, code: 'logs-gone' });
});

it('is guarded as that of a run that is there', async () => {
  const of = runs.run('legacy-kaniko-');
  const { name, namespace = '' } = of.metadata;
  const path = runs.pathOf(TASK_RUNS, of);
  await runs.settled(of);
  runs.removePod(of);
  chain.demo.build.state.remove(TASK_RUNS, namespace, name);
  await runs.untilArchived(path);
  chain.setPolicy(permission => ({
    result:
      permission === 'supply-chain.logs.read'
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  }));
  expect(await refusal(path)).toEqual({ status: 403, code: 'denied' });
  chain.setPolicy(() => ({ result: AuthorizeResult.DENY }));
  const absent = runs.pathOf(TASK_RUNS, {
    ...of,
    metadata: { ...of.metadata, name: 'no' },
  });
  expect(await refusal(path)).toEqual(await refusal(absent));
});

it('is read of the archive while the cluster cannot be asked', async () => {
  const of = runs.run('legacy-run-image-');
  const path = runs.pathOf(TASK_RUNS, of);
  const before = await runs.answer(path);
  await runs.settled(of);
  await runs.settled(runs.run('gateway-run-config-writer-'));
  chain.demo.build.faults.set({ dead: true });
  try {
    // It takes a moment until it is known that the cluster does not answer.
    await until(async () => (await runs.answer(path)).status === 200);
    expect(await runs.answer(path)).toEqual(before);
    // One of which nobody has asked: not even that it is there is known now.
    const other = runs.pathOf(
      TASK_RUNS,
      runs.run('gateway-run-config-writer-'),
    );
    await until(async () => (await runs.answer(other)).status === 200);
    const absent = runs.pathOf(TASK_RUNS, {
      ...of,
      metadata: { ...of.metadata, name: 'no' },
    });
    await until(
      async () => (await refusal(absent)).code === 'cluster-unreachable',
    );
  } finally {
    chain.demo.build.faults.reset();
  }
});

it('keeps nothing of a run that belongs to nobody', async () => {
  const of = runs.run('orders-config-writer-');
  const { ownerReferences: _, ...metadata } = of.metadata;
  const uid = 'nobodys';
  chain.demo.build.state.apply(TASK_RUNS, {
    ...of,
    metadata: { ...metadata, uid, name: 'nobodys' },
  });
  // One that comes after it, and is somebody's.
  const { name, ...rest } = of.metadata;
  const later = {
    ...of,
    metadata: { ...rest, uid: 'later', name: `${name}x` },
  };
  chain.demo.build.state.apply(TASK_RUNS, later);
  await runs.settled(later);
  expect(await chain.database.client('archived_builds').where({ uid })).toEqual(
    [],
  );
});

it('is read as a part of its PipelineRun, too', async () => {
  const of = runs.run('ledger-test-');
  const { namespace = '', labels = {} } = of.metadata;
  const path = apiPaths.runLogs(
    {
      ...{ cluster: 'build', namespace },
      name: labels['tekton.dev/pipelineRun'] ?? '',
    },
    'pipelineruns.tekton.dev',
  );
  const before = await runs.answer(path);
  const live = await runs.follow(path);
  expect([before.status, before.text === '']).toEqual([200, false]);
  await runs.settled(of);
  runs.removePod(of);
  const after = await runs.untilArchived(path);
  expect(await runs.answer(path)).toEqual(before);
  expect(linesOf(after)).toEqual(linesOf(live));
});
