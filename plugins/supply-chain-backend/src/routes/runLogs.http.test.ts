import {
  apiPaths,
  logMessageSchema,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { KubeObject } from 'demo-cluster';
import { ndjson } from '../testing/ndjson';
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

const KANIKO = [
  'download-and-unpack-tarball',
  'build-container-and-push',
  'write-image-ref',
];

let chain: SupplyChain;
let logs: RunLogs;
beforeEach(async () => {
  chain = await startSupplyChain();
  logs = new RunLogs(chain);
});
afterEach(() => chain.stop());

async function textOf(path: string): Promise<string> {
  const { status, text } = await logs.answer(path);
  expect([path, status, status === 200 ? '' : text]).toEqual([path, 200, '']);
  return text;
}

const endsOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(each => (each.type === 'step-end' ? each.step : []));

const logRequests = () =>
  chain.upstream.filter(({ path }) => /\/pods\/gateway-[^/]*\/log/.test(path));

describe('the log of a Dockerfile build', () => {
  it('as text is what each container wrote, in the order in which they ran', async () => {
    const run = logs.recorded(TASK_RUNS, 'storefront', 'gateway-kaniko-');
    const pod = `${run.metadata.name}-pod`;
    const path = logs.pathOf(TASK_RUNS, run);
    let all = '';
    for (const step of KANIKO) {
      const text = await logs.kubectl('storefront', pod, step);
      expect([step, await textOf(`${path}?step=${step}`)]).toEqual([
        ...[step, text],
      ]);
      const isEnded = all === '' || all.endsWith('\n');
      all += `${isEnded ? '' : '\n'}===> ${step}\n${text}`;
    }
    expect(await textOf(path)).toBe(all);
    expect(all).toContain('Taking snapshot of files...');
  });

  it('is downloaded under the name of the run', async () => {
    const run = logs.recorded(TASK_RUNS, 'storefront', 'gateway-kaniko-');
    const response = await chain.fetch(
      `${logs.pathOf(TASK_RUNS, run)}?download&step=${KANIKO[0]}`,
    );
    await response.arrayBuffer();
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${run.metadata.name}-${KANIKO[0]}.log"`,
    );
  });

  it('is followed step by step to its end, and goes on after the line that the viewer has', async () => {
    const run = logs.recorded(TASK_RUNS, 'storefront', 'gateway-kaniko-');
    const pod = `${run.metadata.name}-pod`;
    const path = logs.pathOf(TASK_RUNS, run);
    const messages = await logs.follow(path);
    expect(messages[0]).toMatchObject({
      type: 'steps',
      steps: KANIKO.map(name => ({ name, state: 'succeeded' })),
    });
    expect(endsOf(messages)).toEqual(KANIKO);
    expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
    for (const step of KANIKO) {
      const text = await logs.kubectl('storefront', pod, step);
      expect([step, toldOfStep(messages, step)]).toEqual([step, text]);
    }
    const read = messages.find(
      each => each.type === 'lines' && each.step === KANIKO[1],
    );
    const rest = await logs.follow(
      path,
      read?.type === 'lines' ? read.cursor : '',
    );
    expect(endsOf(rest)).toEqual(KANIKO.slice(1));
    expect(
      rest.flatMap(each => (each.type === 'lines' ? each.step : [])),
    ).toEqual([KANIKO[2]]);
  });

  it('that waits is told as soon as its container starts, and not asked for before', async () => {
    const { state } = chain.demo.build;
    const run = logs.recorded(TASK_RUNS, 'storefront', 'gateway-kaniko-');
    const pod = logs.recorded(PODS, 'storefront', `${run.metadata.name}-pod`);
    state.apply(PODS, withStatus(pod, waitingPod(pod)));
    state.apply(TASK_RUNS, withStatus(run, waitingRun(run)));

    const response = await chain.fetch(`${logs.pathOf(TASK_RUNS, run)}?follow`);
    const messages: LogMessage[] = [];
    for await (const message of ndjson(response)) {
      const parsed = logMessageSchema.parse(message);
      if (messages.length === 0) {
        expect(parsed).toMatchObject({
          type: 'steps',
          steps: KANIKO.map(name => ({ name, state: 'waiting' })),
        });
        expect(logRequests()).toEqual([]);
        // The pod is ahead of what Tekton writes down.
        state.apply(PODS, pod);
      }
      if (parsed.type === 'step-end' && parsed.step === KANIKO.at(-1)) {
        state.apply(TASK_RUNS, run);
      }
      messages.push(parsed);
    }
    expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
    expect(endsOf(messages)).toEqual(KANIKO);
    const step = KANIKO[1] ?? '';
    const text = await logs.kubectl('storefront', pod.metadata.name, step);
    expect(toldOfStep(messages, step)).toBe(text);
  });

  it('is gone with its pod', async () => {
    const run = logs.recorded(TASK_RUNS, 'storefront', 'gateway-kaniko-');
    const path = logs.pathOf(TASK_RUNS, run);
    const { state } = chain.demo.build;
    state.remove(PODS, 'storefront', `${run.metadata.name}-pod`);
    const gone = await logs.refusal(path);
    expect(gone).toMatchObject({ status: 404, code: 'logs-gone' });
    expect(gone.says).toContain(`run storefront/${run.metadata.name}`);
    expect(await logs.follow(path)).toContainEqual(
      expect.objectContaining({ type: 'error' }),
    );
  });

  it('is not read of a pod that another run owns', async () => {
    const run = logs.recorded(TASK_RUNS, 'storefront', 'gateway-kaniko-');
    const other = logs.recorded(PODS, 'storefront', 'checkout-test-');
    chain.demo.build.state.apply(
      TASK_RUNS,
      withStatus(run, { podName: other.metadata.name }),
    );
    expect(await logs.refusal(logs.pathOf(TASK_RUNS, run))).toMatchObject({
      ...{ status: 404, code: 'logs-gone' },
    });
  });
});

describe('the log of a test stage', () => {
  it.each([
    ['its PipelineRun, with the task before the step', PIPELINE_RUNS, 'test--'],
    ['its TaskRun', TASK_RUNS, ''],
  ] as const)('is had of %s', async (_, kind, before) => {
    const run = logs.recorded(kind, 'storefront', 'checkout-test-');
    const taskRun = logs.recorded(TASK_RUNS, 'storefront', 'checkout-test-');
    const text = await logs.kubectl(
      'storefront',
      `${taskRun.metadata.name}-pod`,
      'test',
    );
    const path = logs.pathOf(kind, run);
    const step = `${before}test`;
    expect(text).not.toBe('');
    expect(await textOf(`${path}?step=${step}`)).toBe(text);
    expect(await textOf(path)).toBe(`===> ${step}\n${text}`);
    const messages = await logs.follow(path);
    expect(toldOfStep(messages, step)).toBe(text);
    expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
  });
});

it('a task whose pod is gone does not keep the logs of the others back', async () => {
  const { state } = chain.demo.build;
  const run = logs.recorded(PIPELINE_RUNS, 'storefront', 'checkout-test-');
  const task = logs.recorded(TASK_RUNS, 'storefront', 'checkout-test-');
  const { name } = task.metadata;
  const lint = `${run.metadata.name}-lint`;
  state.apply(
    TASK_RUNS,
    withStatus(
      { ...task, metadata: { ...task.metadata, name: lint } },
      { podName: `${lint}-pod` },
    ),
  );
  const child = (taskRun: string, pipelineTaskName: string) => ({
    ...{ apiVersion: 'tekton.dev/v1', kind: 'TaskRun' },
    ...{ name: taskRun, pipelineTaskName },
  });
  const childReferences = [child(lint, 'lint'), child(name, 'test')];
  state.apply(PIPELINE_RUNS, withStatus(run, { childReferences }));

  const path = logs.pathOf(PIPELINE_RUNS, run);
  const text = await logs.kubectl('storefront', `${name}-pod`, 'test');
  const messages = await logs.follow(path);
  expect(messages).toContainEqual(
    expect.objectContaining({
      ...{ type: 'gap', step: 'lint--test', because: 'pod-gone' },
    }),
  );
  expect(toldOfStep(messages, 'test--test')).toBe(text);
  expect(await textOf(path)).toMatch(
    /^===> lint--test\nThe pod is gone.*\n===> test--test\n/,
  );
  expect(await logs.refusal(`${path}?step=lint--test`)).toMatchObject({
    ...{ status: 404, code: 'logs-gone' },
  });
});

describe('what has no log', () => {
  it.each([
    ['a run that is not there', 'taskruns.tekton.dev', 'no-such'],
    ['a kind that runs nothing', 'images.kpack.io', 'catalog'],
    ['a kind that nobody knows', 'widgets.example.org', 'catalog'],
    ['a secret', 'secrets', 'catalog'],
  ])('%s is not found', async (_, resource, name) => {
    const ref = { cluster: 'build', namespace: 'storefront', name };
    expect(await logs.refusal(apiPaths.runLogs(ref, resource))).toMatchObject({
      ...{ status: 404, code: 'not-found' },
    });
  });

  it('a step that a run does not have is not found', async () => {
    const run = logs.recorded(TASK_RUNS, 'storefront', 'gateway-kaniko-');
    const path = logs.pathOf(TASK_RUNS, run);
    expect(await logs.refusal(`${path}?step=no-such`)).toMatchObject({
      ...{ status: 404, code: 'not-found' },
    });
  });
});

it('writes down who asked for the log of which run', async () => {
  const run = logs.recorded(TASK_RUNS, 'storefront', 'gateway-kaniko-');
  await textOf(`${logs.pathOf(TASK_RUNS, run)}?step=${KANIKO[0]}`);
  expect(chain.audited.at(-1)).toMatchObject({
    event: {
      eventId: 'log-read',
      meta: {
        ...{ queryType: 'text', cluster: 'build', namespace: 'storefront' },
        ...{ run: run.metadata.name, resource: 'taskruns.tekton.dev' },
        step: KANIKO[0],
      },
    },
  });
});

function withStatus(of: KubeObject, status: object): KubeObject {
  return { ...of, status: { ...Object(of.status), ...status } };
}

interface Named {
  readonly name: string;
}

function waitingPod({ status }: KubeObject): object {
  const waiting = { waiting: { reason: 'PodInitializing' } };
  const all: readonly Named[] = Object(status).containerStatuses;
  return {
    phase: 'Pending',
    containerStatuses: all.map(each => ({ ...each, state: waiting })),
  };
}

function waitingRun({ status }: KubeObject): object {
  const all: readonly (Named & { container: string })[] = Object(status).steps;
  return {
    conditions: [{ type: 'Succeeded', status: 'Unknown', reason: 'Pending' }],
    completionTime: undefined,
    steps: all.map(({ name, container }) => ({
      ...{ name, container, waiting: { reason: 'PodInitializing' } },
    })),
  };
}
