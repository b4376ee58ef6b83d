import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { KubeObject } from 'demo-cluster';
import { RunLogs } from '../testing/RunLogs';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';
import { toldOfStep } from '../testing/toldOfStep';

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

/** The two steps of a recorded TaskRun, in the order in which they ran. */
const STEPS = ['commit', 'open-pr'];

let chain: SupplyChain;
let logs: RunLogs;
beforeEach(async () => {
  chain = await startSupplyChain();
  logs = new RunLogs(chain);
});
afterEach(() => chain.stop());

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
  const run = owned(logs.recorded(TASK_RUNS, namespace, start), scan, labels);
  chain.demo.build.state.apply(TASK_RUNS, run);
  return run;
}

/** In between stands a PipelineRun, and each has the scan's name as a label. */
function ranInPipelineBy(scan: KubeObject, start: string): KubeObject {
  const { name, namespace = '' } = scan.metadata;
  const labels = { imagevulnerabilityscan: name };
  const { state } = chain.demo.build;
  const pipeline = owned(
    logs.recorded(PIPELINE_RUNS, namespace, 'reports-test-'),
    scan,
    labels,
  );
  state.apply(PIPELINE_RUNS, pipeline);
  return ranBy({ ...pipeline, kind: 'PipelineRun' }, start, labels);
}

const kubectlLogs = ({ metadata }: KubeObject, step: string) =>
  logs.kubectl(metadata.namespace ?? '', `${metadata.name}-pod`, step);

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
      const scan = logs.recorded(kind, namespace, of);
      const run = makeIt(scan, `${of}-commit-and-pr-`);
      const path = logs.pathOf(kind, scan);
      const messages = await logs.follow(path);
      expect(messages[0]).toMatchObject({
        type: 'steps',
        steps: STEPS.map(name => ({ name, state: 'succeeded' })),
      });
      expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
      let all = '';
      for (const step of STEPS) {
        const text = await kubectlLogs(run, step);
        expect(text).not.toBe('');
        expect([step, toldOfStep(messages, step)]).toEqual([step, text]);
        expect(await logs.answer(`${path}?step=${step}`)).toEqual({
          ...{ status: 200, text },
        });
        all += `===> ${step}\n${text}`;
      }
      expect(await logs.answer(path)).toEqual({ status: 200, text: all });
    },
  );

  it('that had several TaskRuns has the steps of each, under its name', async () => {
    const scan = logs.recorded(SOURCE_SCANS, 'storefront', 'checkout');
    const first = ranBy(scan, 'checkout-test-');
    const second = ranBy(scan, 'checkout-commit-and-pr-');
    const messages = await logs.follow(logs.pathOf(SOURCE_SCANS, scan));
    expect(messages[0]).toMatchObject({
      steps: [
        { name: `${first.metadata.name}--test` },
        ...STEPS.map(step => ({ name: `${second.metadata.name}--${step}` })),
      ],
    });
    expect(toldOfStep(messages, `${first.metadata.name}--test`)).toBe(
      await kubectlLogs(first, 'test'),
    );
  });

  it('is gone with what ran it', async () => {
    const scan = logs.recorded(IMAGE_SCANS, 'storefront', 'checkout');
    const run = ranBy(scan, 'checkout-commit-and-pr-');
    const path = logs.pathOf(IMAGE_SCANS, scan);
    const { state } = chain.demo.build;
    state.remove(PODS, 'storefront', `${run.metadata.name}-pod`);
    expect(await logs.refusal(path)).toMatchObject({
      ...{ status: 404, code: 'logs-gone' },
    });
    state.remove(TASK_RUNS, 'storefront', run.metadata.name);
    expect(await logs.refusal(path)).toMatchObject({
      ...{ status: 404, code: 'logs-gone' },
    });
  });

  it('is not read of what has its name as a label and another owner', async () => {
    const scan = logs.recorded(
      ...([IMAGE_VULNERABILITY_SCANS, 'backoffice', 'reports'] as const),
    );
    const run = logs.recorded(
      TASK_RUNS,
      'backoffice',
      'reports-commit-and-pr-',
    );
    const labels = { imagevulnerabilityscan: scan.metadata.name };
    chain.demo.build.state.apply(TASK_RUNS, {
      ...run,
      metadata: {
        ...run.metadata,
        labels: { ...run.metadata.labels, ...labels },
      },
    });
    expect(
      await logs.refusal(logs.pathOf(IMAGE_VULNERABILITY_SCANS, scan)),
    ).toMatchObject({ status: 404, code: 'logs-gone' });
  });

  it('is not told to who may not read logs, and not known to who may see nothing', async () => {
    const scan = logs.recorded(IMAGE_SCANS, 'storefront', 'checkout');
    ranBy(scan, 'checkout-commit-and-pr-');
    const path = logs.pathOf(IMAGE_SCANS, scan);
    chain.setPolicy(permission => ({
      result:
        permission === 'supply-chain.logs.read'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
    expect(await logs.refusal(path)).toMatchObject({
      status: 403,
      code: 'denied',
    });
    chain.setPolicy(() => ({ result: AuthorizeResult.DENY }));
    const before = chain.upstream.length;
    expect((await logs.refusal(path)).status).not.toBe(200);
    expect(
      chain.upstream.slice(before).filter(({ path: at }) => /\/log/.test(at)),
    ).toEqual([]);
  });

  it('is what another owner than a workload’s is not: nobody’s', async () => {
    const scan = logs.recorded(IMAGE_SCANS, 'storefront', 'checkout');
    ranBy(scan, 'checkout-commit-and-pr-');
    const { ownerReferences: _, ...metadata } = scan.metadata;
    chain.demo.build.state.apply(IMAGE_SCANS, { ...scan, metadata });
    expect(await logs.refusal(logs.pathOf(IMAGE_SCANS, scan))).toMatchObject({
      ...{ status: 404, code: 'not-found' },
    });
  });
});
