import { apiPaths } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { BuildPlay } from '../testing/pods/BuildPlay';
import { ContainerCommand } from '../testing/pods/ContainerCommand';
import { HttpLogViewer, type ShownLine } from '../testing/pods/HttpLogViewer';
import { kubectlLogs } from '../testing/pods/kubectlLogs';
import type { PodShape } from '../testing/pods/PodPlay';
import { POD_SERVERS } from '../testing/pods/POD_SERVERS';
import type { PodsUnderTest } from '../testing/pods/PodsUnderTest';
import { RunPlay } from '../testing/pods/RunPlay';
import { STEPS } from '../testing/pods/STEPS';
import { startPlugin, type RunningPlugin } from '../testing/startPlugin';
import { until } from '../testing/until';

// Seven containers, one after the other, on a machine that has other things to do.
jest.setTimeout(120_000);

/** kpack with `INJECTED_SIDECAR_SUPPORT`: all steps start at once, and each waits for a file of the one before. */
const SIDECAR: PodShape = { init: ['pre-start'], containers: STEPS };

const REBASE: PodShape = { init: ['rebase'], containers: ['completion'] };

const TASK = ['download', 'build', 'write-image-ref'];

const LONG = 60;

function writes(container: string, lines: number): ContainerCommand {
  const output = Array.from(
    { length: lines },
    (_, index) => `${container} ${index}\n`,
  );
  return new ContainerCommand(20, output);
}

const COMMANDS = Object.fromEntries(
  [...STEPS, 'pre-start', 'rebase', ...TASK.map(step => `step-${step}`)].map(
    name => [name, writes(name, /build|rebase/.test(name) ? LONG : 8)],
  ),
);

describe.each(POD_SERVERS)('logs of other pods on %s', (_name, start) => {
  const namespace = `pod-shapes-${Date.now().toString(36)}`;
  let server: PodsUnderTest;
  let plugin: RunningPlugin;

  beforeAll(async () => {
    server = await start();
    await BuildPlay.namespace(server, namespace);
    plugin = await startPlugin({
      clusters: { build: { cluster: server, token: server.token } },
    });
  });
  afterAll(async () => {
    await plugin?.stop();
    if (server) await BuildPlay.forget(server, namespace);
    await server?.close();
  });

  /** Somebody who follows a log from before there is a pod. */
  async function follow(path: string) {
    await until(async () => (await plugin.fetch(path)).status !== 404);
    const viewer = new HttpLogViewer(plugin.fetch, path);
    const reading = viewer.read();
    // Who waits for something else first hears of it there.
    reading.catch(() => undefined);
    return { viewer, reading };
  }

  async function play(name: string) {
    const build = new BuildPlay(server, namespace, name, COMMANDS);
    await build.create();
    const path = `/v1/builds/build/${namespace}/${name}/logs`;
    return { build, path, ...(await follow(path)) };
  }

  /** What kubectl says, as a page shows it. */
  async function expected(pod: string, container: string) {
    const named = { namespace, pod, container, timestamps: true };
    const text = (await kubectlLogs(server, named)).toString();
    return text
      .replace(/\n$/, '')
      .split('\n')
      .map((line): ShownLine => {
        const space = line.indexOf(' ');
        return { at: line.slice(0, space), text: line.slice(space + 1) };
      });
  }

  it.each([
    ['a rebase', 'rebased', REBASE, ['rebase', 'completion']],
    ['a build in sidecar mode', 'sidecar', SIDECAR, STEPS],
  ] as const)(
    'of %s are whole, in the order of its steps',
    async (_, name, shape, steps) => {
      const { build, path, viewer, reading } = await play(name);
      await build.startPod(undefined, shape);
      expect(await build.podEnded()).toBe('Succeeded');
      await build.succeed();
      await reading;
      expect([...viewer.lines.keys()].filter(isStep)).toEqual(steps);
      expect([viewer.gaps, viewer.errors]).toEqual([[], []]);
      for (const step of steps) {
        const theirs = await expected(build.pod, step);
        expect([step, viewer.lines.get(step)]).toEqual([step, theirs]);
        const answer = await plugin.fetch(`${path}?step=${step}`);
        const named = { namespace, pod: build.pod, container: step };
        const raw = (await kubectlLogs(server, named)).toString();
        expect([step, await answer.text()]).toEqual([step, raw]);
      }
    },
  );

  it('of a pod that was made anew under its name are told anew, and it says so', async () => {
    const { build, viewer, reading } = await play('again');
    await build.startPod();
    await viewer.until(() => viewer.count('build') > 20);
    const before = [...(viewer.lines.get('build') ?? [])];
    await build.deletePod();
    await build.startPod();
    expect(await build.podEnded()).toBe('Succeeded');
    await build.succeed();
    await reading;
    expect(viewer.gaps.map(({ because }) => because)).toContain('begun-again');
    expect(viewer.errors).toEqual([]);
    const shown = viewer.lines.get('build') ?? [];
    expect(shown.slice(0, before.length)).toEqual(before);
    for (const step of STEPS) {
      const theirs = await expected(build.pod, step);
      const ours = viewer.lines.get(step) ?? [];
      expect([step, ours.slice(-theirs.length)]).toEqual([step, theirs]);
    }
  });

  it('of the steps of a TaskRun are followed and downloaded, by their names without “step-”', async () => {
    const run = new RunPlay(server, namespace, 'kaniko', TASK, COMMANDS);
    await run.create();
    const ref = { cluster: 'build', namespace, name: run.name };
    const path = apiPaths.runLogs(ref, 'taskruns.tekton.dev');
    const { viewer, reading } = await follow(path);
    await run.startPod();
    // The pod tells of a step that has started before Tekton does.
    await viewer.until(() => viewer.count('build') > 20);
    viewer.drop();
    expect(await run.podEnded()).toBe('Succeeded');
    await run.succeed();
    await reading;
    expect([...viewer.lines.keys()]).toEqual(TASK);
    expect([viewer.gaps, viewer.errors]).toEqual([[], []]);
    for (const step of TASK) {
      const theirs = await expected(run.pod, `step-${step}`);
      expect([step, viewer.lines.get(step)]).toEqual([step, theirs]);
    }
  });
});

const isStep = (name: string) => name !== 'pre-start';
