import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  apiErrorAnswerSchema,
  apiPaths,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { DemoClusters, KubeObject } from 'demo-cluster';
import { ArchivedRuns } from '../testing/ArchivedRuns';
import { startArchived, until, type Archived } from '../testing/startArchived';

jest.setTimeout(120_000);

const TEKTON = 'tekton.dev';
const TASK_RUNS = { group: TEKTON, plural: 'taskruns' };
const PIPELINE_RUNS = { group: TEKTON, plural: 'pipelineruns' };
const PODS = { group: '', plural: 'pods' };
const IMAGE_SCANS = {
  group: 'scanning.apps.tanzu.vmware.com',
  plural: 'imagescans',
};
type Kind = typeof TASK_RUNS;

let chain: Archived;
let runs: ArchivedRuns;
let scan: KubeObject;
beforeAll(async () => {
  chain = await startArchived({
    prepare(demo) {
      scan = madeByScan(demo);
      for (const kind of [TASK_RUNS, PIPELINE_RUNS, PODS]) unlabel(demo, kind);
    },
  });
  runs = new ArchivedRuns(chain);
});
afterAll(() => chain.stop());

/** As by a ClusterRunTemplate that does not hand on the labels of its Runnable. */
function unlabel({ build: { state } }: DemoClusters, kind: Kind): void {
  for (const { metadata, ...object } of state.list(kind).items) {
    const { 'carto.run/workload-name': workload, ...labels } =
      metadata.labels ?? {};
    if (workload === undefined) continue;
    state.apply(kind, { ...object, metadata: { ...metadata, labels } });
  }
}

/** An ImageScan that has had Tekton run a TaskRun, on which nothing but its owner says so. */
function madeByScan({ build: { state } }: DemoClusters): KubeObject {
  const found = state.list(IMAGE_SCANS).items.find(each => {
    const { name, namespace = '' } = each.metadata;
    return name === 'checkout' && namespace !== '';
  });
  const made = state
    .list(TASK_RUNS)
    .items.find(({ metadata }) =>
      metadata.name.startsWith('checkout-commit-and-pr-'),
    );
  if (!found || !made) throw new Error('No scan was recorded');
  const { apiVersion = '', kind = '', metadata } = found;
  const { name, uid = '' } = metadata;
  state.apply(TASK_RUNS, {
    ...made,
    metadata: {
      ...made.metadata,
      labels: {},
      ownerReferences: [{ apiVersion, kind, name, uid, controller: true }],
    },
  });
  return found;
}

/** One that nothing but its owner ties to a workload. */
function unlabelled(start: string): KubeObject {
  const found = runs.run(start);
  expect(found.metadata.labels).not.toHaveProperty('carto.run/workload-name');
  return found;
}

const linesOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(each =>
    each.type === 'lines'
      ? each.text.split('\n').map(line => `${each.step} ${line}`)
      : [],
  );

it.each([
  ['a writer of a Runnable', 'billing-config-writer-'],
  ['a test of a PipelineRun of a Runnable', 'ledger-test-'],
  ['a Dockerfile build of the workload', 'widgets-kaniko-'],
])(
  'the log of %s is archived also without the name of the workload on it',
  async (_, start) => {
    const of = unlabelled(start);
    const before = await runs.answer(runs.pathOf(TASK_RUNS, of));
    expect([before.status, before.text === '']).toEqual([200, false]);
    await runs.settled(of);
    runs.removePod(of);
    await runs.untilArchived(runs.pathOf(TASK_RUNS, of));
    expect(await runs.answer(runs.pathOf(TASK_RUNS, of))).toEqual(before);
  },
);

it('the log of a scan is archived, and read also when the scan is gone, by those who may see its workload', async () => {
  const of = unlabelled('checkout-commit-and-pr-');
  const path = runs.pathOf(IMAGE_SCANS, scan);
  const before = await runs.answer(path);
  const live = await runs.follow(path);
  expect([before.status, before.text === '']).toEqual([200, false]);
  await runs.settled(of);
  runs.removePod(of);
  const after = await runs.untilArchived(path);
  expect(await runs.answer(path)).toEqual(before);
  expect(linesOf(after)).toEqual(linesOf(live));
  expect(after.at(-1)).toEqual({ type: 'end', resume: false });

  const { state } = chain.demo.build;
  const { namespace = '', name } = scan.metadata;
  state.remove(TASK_RUNS, namespace, of.metadata.name);
  state.remove(IMAGE_SCANS, namespace, name);
  const where = { cluster: 'build', namespace, name };
  const itself = apiPaths.object(
    where,
    `${IMAGE_SCANS.plural}.${IMAGE_SCANS.group}`,
  );
  await until(async () => (await runs.answer(itself)).status === 404);
  expect(await runs.answer(path)).toEqual(before);
  chain.setPolicy(() => ({ result: AuthorizeResult.DENY }));
  const refused = await runs.answer(path);
  const { error } = apiErrorAnswerSchema.parse(JSON.parse(refused.text));
  expect([refused.status, error.code]).toEqual([404, 'not-found']);
});
