import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  apiErrorAnswerSchema,
  apiPaths,
  logMessageSchema,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { KubeObject } from 'demo-cluster';
import { ndjson } from '../testing/ndjson';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';

jest.setTimeout(90_000);

const TEKTON = { group: 'tekton.dev', version: 'v1' };
const TASK_RUNS = { ...TEKTON, plural: 'taskruns' };
const PIPELINE_RUNS = { ...TEKTON, plural: 'pipelineruns' };
const PODS = { group: '', version: 'v1', plural: 'pods' };
const SCANNING = {
  group: 'scanning.apps.tanzu.vmware.com',
  version: 'v1beta1',
};
const SOURCE_SCANS = { ...SCANNING, plural: 'sourcescans' };
const IMAGE_SCANS = { ...SCANNING, plural: 'imagescans' };
const IMAGE_VULNERABILITY_SCANS = {
  group: 'app-scanning.apps.tanzu.vmware.com',
  version: 'v1alpha1',
  plural: 'imagevulnerabilityscans',
};
type Kind = typeof TASK_RUNS;

/** The two steps of a recorded TaskRun, in the order in which they ran. */
const STEPS = ['commit', 'open-pr'];

let chain: SupplyChain;
beforeEach(async () => {
  chain = await startSupplyChain();
});
afterEach(() => chain.stop());

function recorded(kind: Kind, namespace: string, start: string): KubeObject {
  const found = chain.demo.build.state
    .list(kind, { namespace })
    .items.find(({ metadata }) => metadata.name.startsWith(start));
  if (!found) throw new Error(`No ${kind.plural} of ${start} was recorded`);
  return found;
}

function owned(of: KubeObject, by: KubeObject, labels = {}): KubeObject {
  const { apiVersion = '', kind = '', metadata } = by;
  const { name, uid = '' } = metadata;
  return {
    ...of,
    metadata: {
      ...of.metadata,
      labels: { ...of.metadata.labels, ...labels },
      ownerReferences: [
        {
          ...{ apiVersion, kind, name, uid },
          ...{ controller: true, blockOwnerDeletion: true },
        },
      ],
    },
  };
}

/** A recorded TaskRun as one that the scan had Tekton run; its pod stays its own. */
function ranBy(scan: KubeObject, start: string, labels = {}): KubeObject {
  const { namespace = '' } = scan.metadata;
  const run = owned(recorded(TASK_RUNS, namespace, start), scan, labels);
  chain.demo.build.state.apply(TASK_RUNS, run);
  return run;
}

/** In between stands a PipelineRun, and each has the scan's name as a label. */
function ranInPipelineBy(scan: KubeObject, start: string): KubeObject {
  const { name, namespace = '' } = scan.metadata;
  const labels = { imagevulnerabilityscan: name };
  const { state } = chain.demo.build;
  const pipeline = owned(
    recorded(PIPELINE_RUNS, namespace, 'reports-test-'),
    scan,
    labels,
  );
  state.apply(PIPELINE_RUNS, pipeline);
  return ranBy({ ...pipeline, kind: 'PipelineRun' }, start, labels);
}

const pathOf = (
  { group, plural }: Kind,
  { metadata: { name, namespace = '' } }: KubeObject,
) =>
  apiPaths.runLogs({ cluster: 'build', namespace, name }, `${plural}.${group}`);

/** As `kubectl logs -c step-…` reads it. */
async function kubectlLogs(
  { metadata: { name, namespace } }: KubeObject,
  step: string,
): Promise<string> {
  const { build, tokens } = chain.demo;
  const response = await fetch(
    `${build.url}/api/v1/namespaces/${namespace}/pods/${name}-pod/log?container=step-${step}`,
    { headers: { Authorization: `Bearer ${tokens.admin}` } },
  );
  expect(response.status).toBe(200);
  return response.text();
}

async function answer(path: string) {
  const response = await chain.fetch(path);
  return { status: response.status, text: await response.text() };
}

async function refusal(path: string) {
  const { status, text } = await answer(path);
  const { error } = apiErrorAnswerSchema.parse(JSON.parse(text));
  return { status, code: error.code, says: error.message };
}

async function follow(path: string): Promise<LogMessage[]> {
  const messages: LogMessage[] = [];
  for await (const message of ndjson(await chain.fetch(`${path}?follow`))) {
    messages.push(logMessageSchema.parse(message));
  }
  return messages;
}

function told(messages: readonly LogMessage[], step: string): string {
  return messages
    .flatMap(each => (each.type === 'lines' && each.step === step ? each : []))
    .map(({ text, unterminated }) => (unterminated ? text : `${text}\n`))
    .join('');
}

describe('the log of a scan', () => {
  it.each([
    ['SourceScan', SOURCE_SCANS, 'storefront', 'checkout', ranBy],
    ['ImageScan', IMAGE_SCANS, 'storefront', 'checkout', ranBy],
    [
      ...(['ImageVulnerabilityScan', IMAGE_VULNERABILITY_SCANS] as const),
      ...(['backoffice', 'reports', ranInPipelineBy] as const),
    ],
  ] as const)(
    'of a %s is what the containers of its TaskRun wrote',
    async (_, kind, namespace, of, makeIt) => {
      const scan = recorded(kind, namespace, of);
      const run = makeIt(scan, `${of}-commit-and-pr-`);
      const path = pathOf(kind, scan);
      const messages = await follow(path);
      expect(messages[0]).toMatchObject({
        type: 'steps',
        steps: STEPS.map(name => ({ name, state: 'succeeded' })),
      });
      expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
      let all = '';
      for (const step of STEPS) {
        const text = await kubectlLogs(run, step);
        expect(text).not.toBe('');
        expect([step, told(messages, step)]).toEqual([step, text]);
        expect(await answer(`${path}?step=${step}`)).toEqual({
          ...{ status: 200, text },
        });
        all += `===> ${step}\n${text}`;
      }
      expect(await answer(path)).toEqual({ status: 200, text: all });
    },
  );

  it('that had several TaskRuns has the steps of each, under its name', async () => {
    const scan = recorded(SOURCE_SCANS, 'storefront', 'checkout');
    const first = ranBy(scan, 'checkout-test-');
    const second = ranBy(scan, 'checkout-commit-and-pr-');
    const messages = await follow(pathOf(SOURCE_SCANS, scan));
    expect(messages[0]).toMatchObject({
      steps: [
        { name: `${first.metadata.name}--test` },
        ...STEPS.map(step => ({ name: `${second.metadata.name}--${step}` })),
      ],
    });
    expect(told(messages, `${first.metadata.name}--test`)).toBe(
      await kubectlLogs(first, 'test'),
    );
  });

  it('is gone with what ran it', async () => {
    const scan = recorded(IMAGE_SCANS, 'storefront', 'checkout');
    const run = ranBy(scan, 'checkout-commit-and-pr-');
    const path = pathOf(IMAGE_SCANS, scan);
    const { state } = chain.demo.build;
    state.remove(PODS, 'storefront', `${run.metadata.name}-pod`);
    expect(await refusal(path)).toMatchObject({
      ...{ status: 404, code: 'logs-gone' },
    });
    state.remove(TASK_RUNS, 'storefront', run.metadata.name);
    expect(await refusal(path)).toMatchObject({
      ...{ status: 404, code: 'logs-gone' },
    });
  });

  it('is not read of what has its name as a label and another owner', async () => {
    const scan = recorded(
      ...([IMAGE_VULNERABILITY_SCANS, 'backoffice', 'reports'] as const),
    );
    const run = recorded(TASK_RUNS, 'backoffice', 'reports-commit-and-pr-');
    const labels = { imagevulnerabilityscan: scan.metadata.name };
    chain.demo.build.state.apply(TASK_RUNS, {
      ...run,
      metadata: {
        ...run.metadata,
        labels: { ...run.metadata.labels, ...labels },
      },
    });
    expect(
      await refusal(pathOf(IMAGE_VULNERABILITY_SCANS, scan)),
    ).toMatchObject({ status: 404, code: 'logs-gone' });
  });

  it('is not told to who may not read logs, and not known to who may see nothing', async () => {
    const scan = recorded(IMAGE_SCANS, 'storefront', 'checkout');
    ranBy(scan, 'checkout-commit-and-pr-');
    const path = pathOf(IMAGE_SCANS, scan);
    chain.setPolicy(permission => ({
      result:
        permission === 'supply-chain.logs.read'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
    expect(await refusal(path)).toMatchObject({ status: 403, code: 'denied' });
    chain.setPolicy(() => ({ result: AuthorizeResult.DENY }));
    const before = chain.upstream.length;
    expect((await refusal(path)).status).not.toBe(200);
    expect(
      chain.upstream.slice(before).filter(({ path: at }) => /\/log/.test(at)),
    ).toEqual([]);
  });

  it('is what another owner than a workload’s is not: nobody’s', async () => {
    const scan = recorded(IMAGE_SCANS, 'storefront', 'checkout');
    ranBy(scan, 'checkout-commit-and-pr-');
    const { ownerReferences: _, ...metadata } = scan.metadata;
    chain.demo.build.state.apply(IMAGE_SCANS, { ...scan, metadata });
    expect(await refusal(pathOf(IMAGE_SCANS, scan))).toMatchObject({
      ...{ status: 404, code: 'not-found' },
    });
  });
});
