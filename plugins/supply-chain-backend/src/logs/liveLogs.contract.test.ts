import {
  apiErrorAnswerSchema,
  buildViewSchema,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { BuildPlay } from '../testing/pods/BuildPlay';
import { ContainerCommand } from '../testing/pods/ContainerCommand';
import { CuttableRelay } from '../testing/pods/CuttableRelay';
import { HttpLogViewer } from '../testing/pods/HttpLogViewer';
import { kubectlLogs } from '../testing/pods/kubectlLogs';
import { POD_SERVERS } from '../testing/pods/POD_SERVERS';
import type { PodsUnderTest } from '../testing/pods/PodsUnderTest';
import { STEPS } from '../testing/pods/STEPS';
import { startPlugin, type RunningPlugin } from '../testing/startPlugin';
import { until } from '../testing/until';

// Seven containers, one after the other, on a machine that has other things to do.
jest.setTimeout(120_000);

/** Pieces of a container's output, numbered, with all that makes logs hard to read. */
function output(step: string, pieces: number): readonly string[] {
  return Array.from({ length: pieces }, (_, index) => {
    const line = `${step} ${index}`;
    switch (index % 8) {
      case 1:
        return `${line} of Windows\r\n`;
      case 2:
        return `${line} pulling 1%\r`;
      case 3:
        return `${line} pulling 100%\n`;
      case 4:
        return `${line} \u001b[31merror\u001b[0m \u00ff\u00fe \u0000 \u00c3\u00a9\n`;
      case 5:
        return 'same\nsame\nsame\n';
      case 6:
        return index === 14 ? `${line} ${'x'.repeat(40_000)}\n` : `${line}\n`;
      default:
        return `${line}\n`;
    }
  });
}

/** The one in which things happen is long enough for them. */
const COMMANDS = Object.fromEntries(
  STEPS.map(step => [
    step,
    new ContainerCommand(20, [
      ...output(step, step === 'build' ? 160 : 24),
      // A last line that is not ended.
      ...(step === 'export' ? ['exported'] : []),
    ]),
  ]),
);

describe.each(POD_SERVERS)('logs of running pods on %s', (_name, start) => {
  const namespace = `live-logs-${Date.now().toString(36)}`;
  let server: PodsUnderTest;
  let relay: CuttableRelay;
  let plugin: RunningPlugin;
  let plays = 0;

  beforeAll(async () => {
    server = await start();
    relay = await CuttableRelay.to(server.url);
    await BuildPlay.namespace(server, namespace);
    plugin = await startPlugin({
      clusters: { build: { cluster: relay, token: server.token } },
    });
  });
  afterAll(async () => {
    await plugin?.stop();
    await relay?.close();
    if (server) await BuildPlay.forget(server, namespace);
    await server?.close();
  });

  /** A build without a pod as yet, and somebody who follows its log already. */
  async function play() {
    plays += 1;
    const build = new BuildPlay(server, namespace, `app-${plays}`, COMMANDS);
    await build.create();
    const path = `/v1/builds/build/${namespace}/${build.name}`;
    await until(async () => (await plugin.fetch(path)).status !== 404);
    const viewer = new HttpLogViewer(plugin.fetch, `${path}/logs`);
    const reading = viewer.read();
    // Who waits for something else first hears of it there.
    reading.catch(() => undefined);
    return { build, path, viewer, reading };
  }

  async function view(path: string): Promise<BuildView> {
    return buildViewSchema.parse(await (await plugin.fetch(path)).json());
  }

  const kubectl = (
    { pod }: BuildPlay,
    container: string,
    timestamps = false,
  ): Promise<Buffer> =>
    kubectlLogs(server, { namespace, pod, container, timestamps });

  /** What kubectl says, as a page shows it. */
  async function expected(build: BuildPlay, step: string) {
    const bytes = await kubectl(build, step, true);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return text
      .replace(/\n$/, '')
      .split('\n')
      .map(line => {
        const space = line.indexOf(' ');
        return { at: line.slice(0, space), text: line.slice(space + 1) };
      });
  }

  /** Every line of these steps once, in its order, and nothing of others. */
  async function showsAll(
    viewer: HttpLogViewer,
    build: BuildPlay,
    steps: readonly string[],
  ): Promise<void> {
    expect([...viewer.lines.keys()]).toEqual(steps);
    for (const step of steps) {
      expect(viewer.lines.get(step)).toEqual(await expected(build, step));
    }
  }

  async function download(path: string): Promise<Buffer> {
    const answer = await plugin.fetch(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** The download is byte for byte what kubectl prints: of each step, with times, and of all of them under headings. */
  async function downloadsAll(
    path: string,
    build: BuildPlay,
    steps: readonly string[],
  ): Promise<void> {
    let all = Buffer.alloc(0);
    for (const step of steps) {
      const raw = await kubectl(build, step);
      const ours = await download(`${path}/logs?step=${step}`);
      expect([step, ours.equals(raw)]).toEqual([step, true]);
      const timed = await download(`${path}/logs?step=${step}&timestamps`);
      const theirs = await kubectl(build, step, true);
      expect([step, timed.equals(theirs)]).toEqual([step, true]);
      const isOpen = all.length > 0 && all.at(-1) !== 0x0a;
      const heading = `${isOpen ? '\n' : ''}===> ${step}\n`;
      all = Buffer.concat([all, Buffer.from(heading), raw]);
    }
    expect((await download(`${path}/logs`)).equals(all)).toBe(true);
  }

  const logRequests = (build: BuildPlay, step: string) =>
    plugin.upstream.filter(
      ({ path }) =>
        path.includes(`/pods/${build.pod}/log?`) &&
        path.includes(`container=${step}&`),
    );

  it('are followed from before the pod to the end, each container as soon as it starts, and downloaded as kubectl prints them', async () => {
    const { build, path, viewer, reading } = await play();
    await build.startPod();
    await viewer.until(() => viewer.count('build') > 5);

    const waiting = await plugin.fetch(`${path}/logs?step=completion`);
    const { error } = apiErrorAnswerSchema.parse(await waiting.json());
    expect(waiting.status).toBe(409);
    expect(error.code).toBe('logs-waiting');
    expect(error.message).toContain('completion waits to start');
    // Nobody asks for the log of a container that has not started.
    expect(logRequests(build, 'completion')).toEqual([]);

    expect(await build.podEnded()).toBe('Succeeded');
    await build.succeed();
    await reading;
    await showsAll(viewer, build, STEPS);
    expect(viewer.ended).toEqual(STEPS);
    expect([viewer.gaps, viewer.errors]).toEqual([[], []]);
    for (const step of STEPS) {
      const seen = viewer.steps.map(
        steps => steps.find(({ name }) => name === step)?.state,
      );
      expect([step, [...new Set(seen)]]).toEqual([
        step,
        expect.arrayContaining(['waiting', 'succeeded']),
      ]);
      // Followed once, and read to its end once it had ended.
      expect(logRequests(build, step).length).toBeLessThanOrEqual(2);
    }
    await downloadsAll(path, build, STEPS);
  });

  it('lose and double nothing where connections break in the middle, on both sides', async () => {
    const { build, viewer, reading } = await play();
    await build.startPod();
    const cutsBefore = relay.cuts;
    for (const at of [3, 15, 40, 60, 90]) {
      await viewer.until(() => viewer.count('build') > at);
      relay.cut();
      await viewer.until(() => viewer.count('build') > at + 5);
      viewer.drop();
    }
    expect(await build.podEnded()).toBe('Succeeded');
    await build.succeed();
    await reading;
    await showsAll(viewer, build, STEPS);
    expect([relay.cuts - cutsBefore, viewer.drops]).toEqual([5, 5]);
    expect([viewer.gaps, viewer.errors]).toEqual([[], []]);
  });

  const untilBuild = STEPS.slice(0, STEPS.indexOf('build') + 1);

  it('come whole to where a container is killed for its memory, and say so', async () => {
    const { build, path, viewer, reading } = await play();
    await build.startPod('build');
    expect(await build.podEnded()).toBe('Failed');
    await build.fail();
    await reading;
    await showsAll(viewer, build, untilBuild);
    expect(viewer.steps.at(-1)).toMatchObject([
      ...untilBuild.slice(0, -1).map(name => ({ name, state: 'succeeded' })),
      { name: 'build', state: 'failed', exitCode: 137, reason: 'OOMKilled' },
      { name: 'export', state: 'not-run' },
      { name: 'completion', state: 'not-run' },
    ]);
    const { phase } = await view(path);
    expect(JSON.stringify(phase)).toMatch(/memory/);
    await downloadsAll(path, build, untilBuild);
  });

  it('come whole to where the pod is evicted, and say so', async () => {
    const { build, path, viewer, reading } = await play();
    await build.startPod();
    await viewer.until(() => viewer.count('build') > 20);
    await build.evictPod();
    expect(await build.podEnded()).toBe('Failed');
    await build.fail();
    await reading;
    await showsAll(viewer, build, untilBuild);
    expect(viewer.count('build')).toBeLessThan(COMMANDS.build!.output.length);
    const { phase } = await view(path);
    expect(phase).toMatchObject({ kind: 'failed' });
    expect(JSON.stringify(phase)).toMatch(/evicted|low on resource/i);
    await downloadsAll(path, build, untilBuild);
  });

  it('keep what was read where the pod is deleted, and say that the rest is gone', async () => {
    const { build, path, viewer, reading } = await play();
    await build.startPod();
    await viewer.until(() => viewer.count('build') > 20);
    const before = await expected(build, 'build');
    await build.deletePod();
    await viewer.until(() => viewer.gaps.length + viewer.errors.length > 0);
    await build.fail();
    await reading;
    const shown = viewer.lines.get('build') ?? [];
    // kubectl's last line may not have been whole.
    const sure = before.slice(0, -1);
    expect(shown.slice(0, sure.length)).toEqual(sure);
    const words = [
      ...viewer.gaps.map(({ says }) => says),
      ...viewer.errors.map(({ error }) => error.message),
    ].join('\n');
    expect(words).toMatch(/gone|no longer there/);
    const answer = await plugin.fetch(`${path}/logs?step=build`);
    const { error } = apiErrorAnswerSchema.parse(await answer.json());
    expect([answer.status, error.code]).toEqual([404, 'logs-gone']);
  });
});
