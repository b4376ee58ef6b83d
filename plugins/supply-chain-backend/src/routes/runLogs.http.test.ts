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

const KANIKO = [
  'download-and-unpack-tarball',
  'build-container-and-push',
  'write-image-ref',
];

let chain: SupplyChain;
beforeEach(async () => {
  chain = await startSupplyChain();
});
afterEach(() => chain.stop());

type Kind = typeof TASK_RUNS;

function object(kind: Kind, start: string): KubeObject {
  const found = chain.demo.build.state
    .list(kind, { namespace: 'storefront' })
    .items.find(({ metadata }) => metadata.name.startsWith(start));
  if (!found) throw new Error(`No ${kind.plural} of ${start} was recorded`);
  return found;
}

const pathOf = ({ group, plural }: Kind, { metadata }: KubeObject) =>
  apiPaths.runLogs(
    { cluster: 'build', namespace: 'storefront', name: metadata.name },
    `${plural}.${group}`,
  );

/** As `kubectl logs -c step-…` reads it. */
async function kubectlLogs(pod: string, step: string): Promise<string> {
  const { build, tokens } = chain.demo;
  const response = await fetch(
    `${build.url}/api/v1/namespaces/storefront/pods/${pod}/log?container=step-${step}`,
    { headers: { Authorization: `Bearer ${tokens.admin}` } },
  );
  expect(response.status).toBe(200);
  return response.text();
}

async function textOf(path: string): Promise<string> {
  const response = await chain.fetch(path);
  const text = await response.text();
  expect([path, response.status, response.status === 200 ? '' : text]).toEqual([
    ...[path, 200, ''],
  ]);
  return text;
}

async function errorOf(path: string) {
  const response = await chain.fetch(path);
  const { error } = apiErrorAnswerSchema.parse(await response.json());
  return { status: response.status, code: error.code, says: error.message };
}

async function follow(path: string, from = ''): Promise<LogMessage[]> {
  const messages: LogMessage[] = [];
  const query = from && `&from=${encodeURIComponent(from)}`;
  const response = await chain.fetch(`${path}?follow${query}`);
  for await (const message of ndjson(response)) {
    messages.push(logMessageSchema.parse(message));
  }
  return messages;
}

/** What was told of one step, as its text. */
function told(messages: readonly LogMessage[], step: string): string {
  return messages
    .flatMap(each => (each.type === 'lines' && each.step === step ? each : []))
    .map(({ text, unterminated }) => (unterminated ? text : `${text}\n`))
    .join('');
}

const endsOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(each => (each.type === 'step-end' ? each.step : []));

const logRequests = () =>
  chain.upstream.filter(({ path }) => /\/pods\/gateway-[^/]*\/log/.test(path));

describe('the log of a Dockerfile build', () => {
  it('as text is what each container wrote, in the order in which they ran', async () => {
    const run = object(TASK_RUNS, 'gateway-kaniko-');
    const pod = `${run.metadata.name}-pod`;
    const path = pathOf(TASK_RUNS, run);
    let all = '';
    for (const step of KANIKO) {
      const text = await kubectlLogs(pod, step);
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
    const run = object(TASK_RUNS, 'gateway-kaniko-');
    const response = await chain.fetch(
      `${pathOf(TASK_RUNS, run)}?download&step=${KANIKO[0]}`,
    );
    await response.arrayBuffer();
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${run.metadata.name}-${KANIKO[0]}.log"`,
    );
  });

  it('is followed step by step to its end, and goes on after the line that the viewer has', async () => {
    const run = object(TASK_RUNS, 'gateway-kaniko-');
    const pod = `${run.metadata.name}-pod`;
    const path = pathOf(TASK_RUNS, run);
    const messages = await follow(path);
    expect(messages[0]).toMatchObject({
      type: 'steps',
      steps: KANIKO.map(name => ({ name, state: 'succeeded' })),
    });
    expect(endsOf(messages)).toEqual(KANIKO);
    expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
    for (const step of KANIKO) {
      const text = await kubectlLogs(pod, step);
      expect([step, told(messages, step)]).toEqual([step, text]);
    }
    const read = messages.find(
      each => each.type === 'lines' && each.step === KANIKO[1],
    );
    const rest = await follow(path, read?.type === 'lines' ? read.cursor : '');
    expect(endsOf(rest)).toEqual(KANIKO.slice(1));
    expect(
      rest.flatMap(each => (each.type === 'lines' ? each.step : [])),
    ).toEqual([KANIKO[2]]);
  });

  it('that waits is told as soon as its container starts, and not asked for before', async () => {
    const { state } = chain.demo.build;
    const run = object(TASK_RUNS, 'gateway-kaniko-');
    const pod = object(PODS, `${run.metadata.name}-pod`);
    state.apply(PODS, withStatus(pod, waitingPod(pod)));
    state.apply(TASK_RUNS, withStatus(run, waitingRun(run)));

    const response = await chain.fetch(`${pathOf(TASK_RUNS, run)}?follow`);
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
    const text = await kubectlLogs(pod.metadata.name, step);
    expect(told(messages, step)).toBe(text);
  });

  it('is gone with its pod', async () => {
    const run = object(TASK_RUNS, 'gateway-kaniko-');
    const path = pathOf(TASK_RUNS, run);
    const { state } = chain.demo.build;
    state.remove(PODS, 'storefront', `${run.metadata.name}-pod`);
    const gone = await errorOf(path);
    expect(gone).toMatchObject({ status: 404, code: 'logs-gone' });
    expect(gone.says).toContain(`run storefront/${run.metadata.name}`);
    expect(await follow(path)).toContainEqual(
      expect.objectContaining({ type: 'error' }),
    );
  });

  it('is not read of a pod that another run owns', async () => {
    const run = object(TASK_RUNS, 'gateway-kaniko-');
    const other = object(PODS, 'checkout-test-');
    chain.demo.build.state.apply(
      TASK_RUNS,
      withStatus(run, { podName: other.metadata.name }),
    );
    expect(await errorOf(pathOf(TASK_RUNS, run))).toMatchObject({
      ...{ status: 404, code: 'logs-gone' },
    });
  });
});

describe('the log of a test stage', () => {
  it.each([
    ['its PipelineRun, with the task before the step', PIPELINE_RUNS, 'test--'],
    ['its TaskRun', TASK_RUNS, ''],
  ] as const)('is had of %s', async (_, kind, before) => {
    const run = object(kind, 'checkout-test-');
    const taskRun = object(TASK_RUNS, 'checkout-test-');
    const text = await kubectlLogs(`${taskRun.metadata.name}-pod`, 'test');
    const path = pathOf(kind, run);
    const step = `${before}test`;
    expect(text).not.toBe('');
    expect(await textOf(`${path}?step=${step}`)).toBe(text);
    expect(await textOf(path)).toBe(`===> ${step}\n${text}`);
    const messages = await follow(path);
    expect(told(messages, step)).toBe(text);
    expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
  });
});

it('a task whose pod is gone does not keep the logs of the others back', async () => {
  const { state } = chain.demo.build;
  const run = object(PIPELINE_RUNS, 'checkout-test-');
  const task = object(TASK_RUNS, 'checkout-test-');
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

  const path = pathOf(PIPELINE_RUNS, run);
  const text = await kubectlLogs(`${name}-pod`, 'test');
  const messages = await follow(path);
  expect(messages).toContainEqual(
    expect.objectContaining({
      ...{ type: 'gap', step: 'lint--test', because: 'pod-gone' },
    }),
  );
  expect(told(messages, 'test--test')).toBe(text);
  expect(await textOf(path)).toMatch(
    /^===> lint--test\nThe pod is gone.*\n===> test--test\n/,
  );
  expect(await errorOf(`${path}?step=lint--test`)).toMatchObject({
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
    expect(await errorOf(apiPaths.runLogs(ref, resource))).toMatchObject({
      ...{ status: 404, code: 'not-found' },
    });
  });

  it('a step that a run does not have is not found', async () => {
    const run = object(TASK_RUNS, 'gateway-kaniko-');
    const path = pathOf(TASK_RUNS, run);
    expect(await errorOf(`${path}?step=no-such`)).toMatchObject({
      ...{ status: 404, code: 'not-found' },
    });
  });
});

it('writes down who asked for the log of which run', async () => {
  const run = object(TASK_RUNS, 'gateway-kaniko-');
  await textOf(`${pathOf(TASK_RUNS, run)}?step=${KANIKO[0]}`);
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
