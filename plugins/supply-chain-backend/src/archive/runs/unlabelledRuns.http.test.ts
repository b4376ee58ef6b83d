import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  apiErrorAnswerSchema,
  apiPaths,
  logMessageSchema,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { DemoClusters, KubeObject } from 'demo-cluster';
import { ndjson } from '../../testing/ndjson';
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
let scan: KubeObject;
beforeAll(async () => {
  chain = await startArchived({
    prepare(demo) {
      scan = madeByScan(demo);
      for (const kind of [TASK_RUNS, PIPELINE_RUNS, PODS]) unlabel(demo, kind);
    },
  });
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

function run(start: string): KubeObject {
  const found = chain.demo.build.state
    .list(TASK_RUNS)
    .items.find(({ metadata }) => metadata.name.startsWith(start));
  if (!found) throw new Error(`No TaskRun of ${start} was recorded`);
  expect(found.metadata.labels).not.toHaveProperty('carto.run/workload-name');
  return found;
}

const pathOf = (
  { metadata: { name, namespace = '' } }: KubeObject,
  { plural, group }: Kind = TASK_RUNS,
) =>
  apiPaths.runLogs({ cluster: 'build', namespace, name }, `${plural}.${group}`);

async function settled({ metadata: { uid } }: KubeObject): Promise<void> {
  await until(async () => {
    const rows: unknown[] = await chain.database
      .client('archived_builds')
      .where({ uid, settled: true })
      .catch(() => []);
    return rows.length > 0;
  });
}

async function answer(path: string) {
  const response = await chain.fetch(path);
  return { status: response.status, text: await response.text() };
}

async function follow(path: string): Promise<LogMessage[]> {
  const messages: LogMessage[] = [];
  for await (const message of ndjson(await chain.fetch(`${path}?follow`))) {
    messages.push(logMessageSchema.parse(message));
  }
  return messages;
}

const linesOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(each =>
    each.type === 'lines'
      ? each.text.split('\n').map(line => `${each.step} ${line}`)
      : [],
  );

function removePod({ metadata: { name, namespace = '' } }: KubeObject): void {
  chain.demo.build.state.remove(PODS, namespace, `${name}-pod`);
}

/** Reads it until the live copies have heard of it too. */
async function untilArchived(path: string): Promise<LogMessage[]> {
  let messages: LogMessage[] = [];
  await until(async () => {
    messages = await follow(path);
    return messages.some(({ type }) => type === 'archived');
  });
  return messages;
}

it.each([
  ['a writer of a Runnable', 'billing-config-writer-'],
  ['a test of a PipelineRun of a Runnable', 'ledger-test-'],
  ['a Dockerfile build of the workload', 'widgets-kaniko-'],
])(
  'the log of %s is archived also without the name of the workload on it',
  async (_, start) => {
    const of = run(start);
    const before = await answer(pathOf(of));
    expect([before.status, before.text === '']).toEqual([200, false]);
    await settled(of);
    removePod(of);
    await untilArchived(pathOf(of));
    expect(await answer(pathOf(of))).toEqual(before);
  },
);

it('the log of a scan is archived, and read also when the scan is gone, by those who may see its workload', async () => {
  const of = run('checkout-commit-and-pr-');
  const path = pathOf(scan, IMAGE_SCANS);
  const before = await answer(path);
  const live = await follow(path);
  expect([before.status, before.text === '']).toEqual([200, false]);
  await settled(of);
  removePod(of);
  const after = await untilArchived(path);
  expect(await answer(path)).toEqual(before);
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
  await until(async () => (await answer(itself)).status === 404);
  expect(await answer(path)).toEqual(before);
  chain.setPolicy(() => ({ result: AuthorizeResult.DENY }));
  const refused = await answer(path);
  const { error } = apiErrorAnswerSchema.parse(JSON.parse(refused.text));
  expect([refused.status, error.code]).toEqual([404, 'not-found']);
});
