import {
  apiErrorAnswerSchema,
  buildViewSchema,
  logMessageSchema,
  stageDetailViewSchema,
  workloadsAnswerSchema,
  type BuildView,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import { ndjson } from '../testing/ndjson';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';
import { until } from '../testing/until';

jest.setTimeout(90_000);

const PODS = { group: '', plural: 'pods' };
const BUILDS = { group: 'kpack.io', plural: 'builds' };

let chain: SupplyChain;
let builds: BuildView[];

beforeAll(async () => {
  chain = await startSupplyChain({ demo: { speed: 20 } });
  const recorded = chain.demo.build.state.list(BUILDS).items;
  const views = await Promise.all(
    recorded.map(({ metadata }) => view(metadata.namespace, metadata.name)),
  );
  builds = views.filter(({ pod }) => pod?.present);
});
afterAll(() => chain.stop());
afterEach(() => chain.demo.build.faults.reset());

async function view(namespace = '', name = ''): Promise<BuildView> {
  const response = await chain.fetch(`/v1/builds/build/${namespace}/${name}`);
  return buildViewSchema.parse(await response.json());
}

const logsOf = ({ ref }: BuildView) =>
  `/v1/builds/build/${ref.namespace}/${ref.name}/logs`;

/** As `kubectl logs -c step` reads it. */
async function kubectlLogs(
  { ref, pod }: BuildView,
  step: string,
  query = '',
): Promise<Buffer> {
  const { demo } = chain;
  const response = await fetch(
    `${demo.build.url}/api/v1/namespaces/${ref.namespace}/pods/${pod?.name}/log?container=${step}${query}`,
    { headers: { Authorization: `Bearer ${demo.tokens.admin}` } },
  );
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function bytesOf(path: string): Promise<Buffer> {
  const response = await chain.fetch(path);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
}

async function errorOf(path: string) {
  const response = await chain.fetch(path);
  const { error } = apiErrorAnswerSchema.parse(await response.json());
  return { status: response.status, error };
}

async function follow(path: string): Promise<LogMessage[]> {
  const messages: LogMessage[] = [];
  for await (const message of ndjson(await chain.fetch(path))) {
    messages.push(logMessageSchema.parse(message));
  }
  return messages;
}

const linesOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(message =>
    message.type === 'lines' ? message.text.split('\n') : [],
  );

function finished(): BuildView {
  const found = builds.find(({ phase }) => phase.kind === 'succeeded');
  if (!found) throw new Error('No finished build has its pod');
  return found;
}

describe('a log as text', () => {
  it('is byte for byte what kubectl reads, for every recorded container of a build', async () => {
    let compared = 0;
    for (const build of builds) {
      for (const { name } of build.steps.filter(hasLog)) {
        const ours = await bytesOf(`${logsOf(build)}?step=${name}`);
        expect(ours.equals(await kubectlLogs(build, name))).toBe(true);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('has the time before each line when asked', async () => {
    const build = finished();
    const step = build.steps[0]?.name ?? '';
    const ours = await bytesOf(`${logsOf(build)}?step=${step}&timestamps`);
    expect(ours.toString()).toBe(
      (await kubectlLogs(build, step, '&timestamps=true')).toString(),
    );
  });

  it('without a step has all of them, each under its name', async () => {
    const build = finished();
    let expected = '';
    for (const { name } of build.steps.filter(hasLog)) {
      const text = (await kubectlLogs(build, name)).toString();
      const open = expected !== '' && !expected.endsWith('\n');
      expected += `${open ? '\n' : ''}===> ${name}\n${text}`;
    }
    expect((await bytesOf(logsOf(build))).toString()).toBe(expected);
  });

  it('is a file when it is downloaded, and never a page', async () => {
    const build = finished();
    const response = await chain.fetch(`${logsOf(build)}?download`);
    await response.arrayBuffer();
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${build.ref.name}.log"`,
    );
  });

  it('of a step that nobody knows is not found', async () => {
    expect(await errorOf(`${logsOf(finished())}?step=nothere`)).toMatchObject({
      status: 404,
      error: { code: 'not-found' },
    });
  });

  it('that the cluster refuses says which verb, resource and namespace', async () => {
    const build = finished();
    chain.demo.build.faults.set({ forbid: [{ resource: 'pods/log' }] });
    expect(
      await errorOf(`${logsOf(build)}?step=${build.steps[0]?.name}`),
    ).toMatchObject({
      status: 403,
      error: {
        code: 'cluster-denied',
        cluster: 'build',
        verb: 'get',
        resource: 'pods/log',
        namespace: build.ref.namespace,
      },
    });
  });

  it('whose pod is gone says so', async () => {
    const build = builds.at(-1);
    if (!build) throw new Error('No build');
    chain.demo.build.state.remove(
      PODS,
      build.ref.namespace,
      build.pod?.name ?? '',
    );
    for (const query of ['', `?step=${build.steps[0]?.name}`]) {
      expect(await errorOf(`${logsOf(build)}${query}`)).toMatchObject({
        status: 404,
        error: { code: 'logs-gone' },
      });
    }
    const messages = await follow(`${logsOf(build)}?follow`);
    expect(messages.slice(-2)).toMatchObject([
      { type: 'error', error: { code: 'logs-gone' } },
      { type: 'end', resume: false },
    ]);
  });
});

describe('a log that is followed', () => {
  it('of a finished build is all of it, step by step, and ends', async () => {
    const build = finished();
    const messages = await follow(`${logsOf(build)}?follow`);
    expect(messages[0]).toEqual({ type: 'steps', steps: build.steps });
    expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
    for (const { name } of build.steps) {
      const own = messages.filter(
        message => message.type === 'lines' && message.step === name,
      );
      const text = (await kubectlLogs(build, name)).toString();
      expect(linesOf(own).join('\n')).toBe(text.replace(/\n$/, ''));
    }
    const ended = messages.flatMap(message =>
      message.type === 'step-end' ? message.step : [],
    );
    expect(ended).toEqual(build.steps.map(({ name }) => name));
  });

  it('goes on after each of its cursors without loss or double', async () => {
    const build = finished();
    const whole = await follow(`${logsOf(build)}?follow`);
    for (const [index, message] of whole.entries()) {
      if (message.type !== 'lines') continue;
      const rest = await follow(
        `${logsOf(build)}?follow&from=${encodeURIComponent(message.cursor)}`,
      );
      expect(linesOf(rest)).toEqual(linesOf(whole.slice(index + 1)));
    }
  });

  it('refuses a cursor that is none', async () => {
    expect(
      await errorOf(`${logsOf(finished())}?follow&from=nonsense`),
    ).toMatchObject({ status: 400, error: { code: 'invalid-request' } });
  });

  it('grows while the build runs: one upstream for all, closed when they leave', async () => {
    const { image, stage, workload } = await kpackWorkload();
    const before = (await stageOf(workload, stage)).imageProvider?.build?.ref
      .name;
    const pushed = chain.demo.world.push(workload);
    const name = await until(async () => {
      const build = (await stageOf(workload, stage)).imageProvider?.build;
      return build?.ref.name !== before && build?.ref.name;
    });
    const path = `/v1/builds/build/${image.namespace}/${name}/logs?follow`;
    const gone = new AbortController();
    const idlers = await Promise.all(
      [1, 2, 3].map(() => chain.fetch(path, { signal: gone.signal })),
    );
    const messages: LogMessage[] = [];
    let most = 0;
    for await (const message of ndjson<LogMessage>(await chain.fetch(path))) {
      messages.push(logMessageSchema.parse(message));
      most = Math.max(most, chain.demo.build.server.metrics().openLogFollows);
    }
    expect(idlers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(most).toBe(1);
    expect(messages.at(-1)).toEqual({ type: 'end', resume: false });
    const states = messages.flatMap(message =>
      message.type === 'steps' ? message.steps.map(step => step.state) : [],
    );
    expect(states).toContain('running');

    await pushed;
    const build = await view(image.namespace, name);
    expect(build.phase.kind).toBe('succeeded');
    for (const step of build.steps) {
      const own = messages.filter(
        message => message.type === 'lines' && message.step === step.name,
      );
      const text = (await kubectlLogs(build, step.name)).toString();
      expect(linesOf(own).join('\n')).toBe(text.replace(/\n$/, ''));
    }
    gone.abort();
    await until(
      async () => chain.demo.build.server.metrics().openLogFollows === 0,
    );
  });

  it('is let go when its last viewer leaves in the middle', async () => {
    const { image, stage, workload } = await kpackWorkload();
    const before = (await stageOf(workload, stage)).imageProvider?.build?.ref
      .name;
    const pushed = chain.demo.world.push(workload);
    const name = await until(async () => {
      const build = (await stageOf(workload, stage)).imageProvider?.build;
      return build?.ref.name !== before && build?.ref.name;
    });
    const leaving = new AbortController();
    const response = await chain.fetch(
      `/v1/builds/build/${image.namespace}/${name}/logs?follow`,
      { signal: leaving.signal },
    );
    const open = () => chain.demo.build.server.metrics().openLogFollows;
    for await (const _ of ndjson(response)) {
      if (open() > 0) break;
    }
    leaving.abort();
    // Within a second by the clock of ContainerLogs.test.ts.
    await expect(until(async () => open() === 0)).resolves.toBe(true);
    await pushed;
  });
});

async function stageOf(workload: string, stage: string) {
  const response = await chain.fetch(
    `/v1/workloads/build/${workload}/stages/${stage}`,
  );
  return stageDetailViewSchema.parse(await response.json());
}

async function kpackWorkload() {
  const response = await chain.fetch('/v1/workloads?phase=ready');
  const { items } = workloadsAnswerSchema.parse(await response.json());
  for (const { ref, engine, pipeline } of items) {
    if (engine !== 'kpack') continue;
    for (const { stage } of pipeline) {
      const workload = `${ref.namespace}/${ref.name}`;
      const { imageProvider } = await stageOf(workload, stage);
      if (imageProvider?.image) {
        return { image: imageProvider.image, stage, workload };
      }
    }
  }
  throw new Error('The recording has no ready workload built by kpack');
}
