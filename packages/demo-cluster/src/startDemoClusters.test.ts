import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { at } from './json/at.ts';
import { listAt } from './json/listAt.ts';
import { textAt } from './json/textAt.ts';
import { goYaml } from './controllers/goYaml.ts';
import { stagesOf } from './controllers/stagesOf.ts';
import { condition } from './play/condition.ts';
import { parseKindName } from './recording/parseKindName.ts';
import { playScenario } from './world/playScenario.ts';
import { startDemoClusters } from './startDemoClusters.ts';
import type { DemoClusters } from './startDemoClusters.ts';
import type { KubeObject } from './state/KubeObject.ts';

/** Recorded minutes pass in a blink; the order of things stays. */
const SPEED = 2_000;
/** A whole supply chain is about 500 timers of at least a millisecond; busy machines take their time. */
jest.setTimeout(60_000);
const kind = parseKindName;
let demo: DemoClusters;
afterEach(() => demo.close());

const start = async (recording = 'run1') => {
  demo = await startDemoClusters({ recording, speed: SPEED });
  return demo;
};
const on = (name: 'build' | 'run', resource: string) =>
  demo[name].state.list(kind(resource)).items;
const get = (name: 'build' | 'run', resource: string, target: string) => {
  const [namespace = '', own = ''] = target.split('/');
  const found = demo[name].state.get(kind(resource), namespace, own);
  if (!found) throw new Error(`no ${resource} ${target} on ${name}`);
  return found;
};
const targetOf = ({ metadata }: KubeObject) =>
  `${metadata.namespace ?? ''}/${metadata.name}`;
const ready = (object: KubeObject) => condition(object, 'Ready')?.status;

/** Workloads that are ready and whose stage stamped an object of a kind. */
const workloadsWith = (resource: string) =>
  on('build', 'workloads.carto.run').filter(
    workload =>
      ready(workload) === 'True' &&
      stagesOf(workload).some(s => s.stamped?.resource === resource),
  );
const newestBuild = (target: string) => {
  const image = get('build', 'images.kpack.io', target);
  const ref = textAt(image, 'status', 'latestBuildRef') ?? '';
  return get(
    'build',
    'builds.kpack.io',
    `${image.metadata.namespace ?? ''}/${ref}`,
  );
};
const imageStage = (workload: KubeObject) => {
  const stage = stagesOf(workload).find(s =>
    s.outputs.some(o => o.name === 'image'),
  );
  return stage?.outputs.find(o => o.name === 'image')?.preview.trim();
};

describe('what is served at the start', () => {
  it('is the recorded end, as if it ended now', async () => {
    await start();
    const created = on('build', 'builds.kpack.io').map(b =>
      Date.parse(b.metadata.creationTimestamp ?? ''),
    );
    const newest = Date.now() - Math.max(...created);
    expect(newest).toBeGreaterThan(0);
    expect(newest).toBeLessThan(3_600_000);
    const future = on('build', 'pods').filter(pod =>
      (
        JSON.stringify(pod).match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g) ?? []
      ).some(instant => Date.parse(instant) > Date.now()),
    );
    expect(future).toEqual([]);
  });

  it('answers its users over HTTP as their roles say', async () => {
    const { build, run, tokens } = await start();
    const status = async (url: string, user: keyof typeof tokens | undefined) =>
      (
        await fetch(url, {
          headers: user ? { authorization: `Bearer ${tokens[user]}` } : {},
        })
      ).status;
    const builds = `${build.url}/apis/kpack.io/v1alpha2/builds`;
    const apps = `${run.url}/apis/kappctrl.k14s.io/v1alpha1/apps`;
    expect(await status(builds, 'backstage')).toBe(200);
    expect(await status(builds, 'limited')).toBe(403);
    expect(await status(builds, 'viewer')).toBe(403);
    expect(await status(builds, undefined)).toBe(403);
    expect(await status(apps, 'backstage')).toBe(200);
    const [namespace] = on('build', 'roles.rbac.authorization.k8s.io').map(
      r => r.metadata.namespace,
    );
    const some = `${build.url}/apis/carto.run/v1alpha1/namespaces/${namespace}/workloads`;
    expect(await status(some, 'limited')).toBe(200);
    expect(await status(`${build.url}/api/v1/secrets`, 'admin')).not.toBe(403);
  });

  it('can be kept from starting by a taken port, and says which', async () => {
    await start();
    const taken = createServer();
    await new Promise<void>(done => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    await expect(startDemoClusters({ ports: { run: port } })).rejects.toThrow(
      `Port ${port} (run) is taken: end what listens there, or choose another one with --port-run`,
    );
    await new Promise(done => taken.close(done));
  });

  it('ends with the signal', async () => {
    const ending = new AbortController();
    demo = await startDemoClusters({ signal: ending.signal, autoplay: true });
    ending.abort();
    await demo.close();
    await expect(fetch(demo.control.url)).rejects.toThrow();
    expect(demo.world.episodes()).toEqual([]);
  });
});

/** What has to be true of a workload that came to rest after a commit. */
function expectConsistent(target: string, before: KubeObject): void {
  const workload = get('build', 'workloads.carto.run', target);
  expect(ready(workload)).toBe('True');
  const old = stagesOf(before);
  const oldRevision = old.flatMap(s => s.outputs.map(o => o.preview.trim()));
  for (const stage of stagesOf(workload)) {
    for (const output of stage.outputs) {
      if (output.preview.length < 1024)
        expect(output.digest).toBe(
          `sha256:${createHash('sha256').update(output.preview).digest('hex')}`,
        );
      if (['image', 'revision', 'url'].includes(output.name))
        expect(oldRevision).not.toContain(output.preview.trim());
    }
    if (stage.stamped) {
      const { resource, namespace, name } = stage.stamped;
      const stamped = get('build', resource, `${namespace ?? ''}/${name}`);
      const [config] = stage.outputs.filter(o => o.name === 'config');
      const whole = [stamped.data, at(stamped, 'status', 'template')]
        .filter(value => value !== undefined)
        .map(
          value =>
            `sha256:${createHash('sha256')
              .update(goYaml(value))
              .digest('hex')}`,
        );
      if (config) expect(whole).toContain(config.digest);
    }
  }
}

describe('a push', () => {
  it.each(['run1', 'run2'])(
    'to a workload that kpack builds ends with everything consistent (%s)',
    async recording => {
      const { world, build, run } = await start(recording);
      const [workload] = workloadsWith('images.kpack.io').filter(w =>
        run.state.get(
          kind('services.serving.knative.dev'),
          w.metadata.namespace,
          w.metadata.name,
        ),
      );
      if (!workload) throw new Error('no workload');
      const target = targetOf(workload);
      const image = get('build', 'images.kpack.io', target);
      const phases: string[] = [];
      build.state.subscribe(({ resource, object }) => {
        if (
          resource.plural === 'pods' &&
          object.metadata.labels?.['kpack.io/build']
        )
          phases.push(textAt(object, 'status', 'phase') ?? '');
      });

      await world.push(target);

      expectConsistent(target, workload);
      const after = get('build', 'images.kpack.io', target);
      const made = newestBuild(target);
      const counter = Number(at(image, 'status', 'buildCounter')) + 1;
      const latest = textAt(made, 'status', 'latestImage');
      expect(at(after, 'status')).toMatchObject({
        buildCounter: counter,
        latestBuildRef: `${image.metadata.name}-build-${counter}`,
        latestBuildReason: 'CONFIG',
        latestImage: latest,
        observedGeneration: after.metadata.generation,
      });
      expect(latest).not.toBe(textAt(image, 'status', 'latestImage'));
      expect(textAt(made, 'spec', 'lastBuild', 'image')).toBe(
        textAt(image, 'status', 'latestImage'),
      );
      const [change] = JSON.parse(
        made.metadata.annotations?.['image.kpack.io/buildChanges'] ?? '',
      ) as { old: unknown; new: unknown }[];
      expect(at(change?.old, 'source')).toEqual(at(image, 'spec', 'source'));
      expect(at(change?.new, 'source')).toEqual(at(after, 'spec', 'source'));
      expect(listAt(made, 'spec', 'tags')[1]).toMatch(
        new RegExp(`:b${counter}\\.\\d{8}\\.\\d{6}$`),
      );

      expect(phases[0]).toBe('Pending');
      expect(phases).toContain('Running');
      expect(phases.at(-1)).toBe('Succeeded');
      const pod = get(
        'build',
        'pods',
        `${made.metadata.namespace ?? ''}/${
          textAt(made, 'status', 'podName') ?? ''
        }`,
      );
      for (const step of [
        ...listAt(pod, 'status', 'initContainerStatuses'),
        ...listAt(pod, 'status', 'containerStatuses'),
      ]) {
        const log = build.state.logs.read(
          pod.metadata.namespace ?? '',
          pod.metadata.name,
          textAt(step, 'name') ?? '',
        );
        expect(log?.ended).toBe(true);
        const dates = log?.lines.map(line => line.at) ?? [];
        for (const date of dates)
          expect(Date.now() - Date.parse(date)).toBeLessThan(600_000);
      }

      const [namespace, name] = target.split('/');
      const service = run.state.get(
        kind('services.serving.knative.dev'),
        namespace,
        name ?? '',
      );
      expect(JSON.stringify(service?.spec)).toContain(latest);
      expect(ready(get('run', 'deliverables.carto.run', target))).toBe('True');
    },
  );

  it('leaves nothing of the recorded run in the new one', async () => {
    const { world, build } = await start();
    const [workload] = workloadsWith('images.kpack.io');
    const target = targetOf(workload ?? { metadata: { name: '' } });
    const was = newestBuild(target);
    const known = new Set(
      on('build', 'pods')
        .concat(on('build', 'builds.kpack.io'))
        .map(o => o.metadata.uid),
    );
    await world.push(target);
    const made = newestBuild(target);
    const pod = get(
      'build',
      'pods',
      `${made.metadata.namespace ?? ''}/${made.metadata.name}-build-pod`,
    );
    for (const object of [made, pod]) {
      expect(known.has(object.metadata.uid)).toBe(false);
      const text = JSON.stringify({
        ...object,
        metadata: { ...object.metadata, annotations: {} },
      });
      expect(text).not.toContain(was.metadata.name);
      expect(text).not.toContain(was.metadata.uid);
      for (const instant of text.match(/"\d{4}-\d\d-\d\dT[^"]*Z"/g) ?? [])
        expect(
          Date.now() - Date.parse(JSON.parse(instant) as string),
        ).toBeLessThan(600_000);
    }
    const events = build.state
      .list(kind('events'), { namespace: pod.metadata.namespace ?? '' })
      .items.filter(
        e => textAt(e, 'involvedObject', 'uid') === pod.metadata.uid,
      );
    expect(events.length).toBeGreaterThan(5);
  });

  it.each(['taskruns.tekton.dev', 'runnables.carto.run'])(
    'to a workload whose image %s make ends with everything consistent',
    async resource => {
      const { world } = await start();
      const [workload] = workloadsWith(resource).filter(w => {
        const stage = stagesOf(w).find(s =>
          s.outputs.some(o => o.name === 'image'),
        );
        return stage?.stamped?.resource === resource;
      });
      const target = targetOf(workload ?? { metadata: { name: '' } });
      await world.push(target);
      expectConsistent(target, workload ?? { metadata: { name: '' } });
    },
  );

  it('can fail: the old output is still served and what comes after waits', async () => {
    const { world } = await start();
    const [workload] = workloadsWith('images.kpack.io');
    const target = targetOf(workload ?? { metadata: { name: '' } });
    await world.push(target, { outcome: 'failed' });
    const image = get('build', 'images.kpack.io', target);
    const after = get('build', 'workloads.carto.run', target);
    const made = newestBuild(target);
    expect(condition(made, 'Succeeded')).toMatchObject({
      ...{ status: 'False', reason: 'Failed' },
    });
    expect(condition(made, 'Succeeded')?.message).not.toMatch(/undefined/);
    expect(condition(image, 'Ready')?.reason).toBe('BuildFailed');
    expect(ready(after)).toBe('False');
    expect(imageStage(after)).toBe(imageStage(workload ?? after));
    await world.push(target);
    expect(ready(get('build', 'workloads.carto.run', target))).toBe('True');
  });

  it('repairs a workload whose build never worked: its later stages get their first objects', async () => {
    const { world } = await start();
    const broken = on('build', 'workloads.carto.run').find(
      w =>
        ready(w) !== 'True' &&
        stagesOf(w).some(
          s =>
            s.stamped?.resource === 'images.kpack.io' && s.outputs.length === 0,
        ),
    );
    if (!broken) throw new Error('no workload');
    await world.push(targetOf(broken));
    const after = get('build', 'workloads.carto.run', targetOf(broken));
    expect(ready(after)).toBe('True');
    expect(stagesOf(after).every(s => s.stamped)).toBe(true);
    for (const { stamped } of stagesOf(after))
      if (stamped)
        expect(
          get(
            'build',
            stamped.resource,
            `${stamped.namespace ?? ''}/${stamped.name}`,
          ).metadata.ownerReferences?.[0]?.uid,
        ).toBe(after.metadata.uid);
  });

  it('comes one after the other for one workload, and side by side for two', async () => {
    const { world } = await start();
    const [one, two] = workloadsWith('images.kpack.io').map(targetOf);
    if (!one || !two) throw new Error('two workloads are needed');
    const counter = (target: string) =>
      Number(
        at(get('build', 'images.kpack.io', target), 'status', 'buildCounter'),
      );
    const before = [counter(one), counter(two)] as const;
    await Promise.all([world.push(one), world.push(two), world.push(one)]);
    expect(counter(one)).toBe(before[0] + 2);
    expect(counter(two)).toBe(before[1] + 1);
    for (const target of [one, two])
      expect(ready(get('build', 'workloads.carto.run', target))).toBe('True');
    expect(world.failures()).toEqual([]);
  });

  it('finds the commit of an Image that kpack watches itself', async () => {
    const { world } = await start();
    const image = on('build', 'images.kpack.io').find(
      i => at(i, 'spec', 'source', 'git') !== undefined,
    );
    const target = targetOf(image ?? { metadata: { name: '' } });
    await world.push(target);
    const made = newestBuild(target);
    expect(made.metadata.annotations?.['image.kpack.io/reason']).toBe('COMMIT');
  });

  it('says why it cannot', async () => {
    const { world } = await start();
    await expect(world.push('no/such')).rejects.toThrow(
      /neither Workload nor Image/,
    );
    await expect(world.push('nonsense')).rejects.toThrow(
      'Not namespace/name: nonsense',
    );
    const sourceless = on('build', 'workloads.carto.run').find(w =>
      stagesOf(w).every(s => s.outputs.length === 0),
    );
    await expect(
      world.push(targetOf(sourceless ?? { metadata: { name: '' } })),
    ).rejects.toThrow(/no source that a commit could reach/);
  });
});

describe('a trigger', () => {
  it('over the API makes a build with that reason', async () => {
    const { build, tokens, world } = await start();
    const [workload] = workloadsWith('images.kpack.io');
    const target = targetOf(workload ?? { metadata: { name: '' } });
    const { namespace, name } = newestBuild(target).metadata;
    const answer = await fetch(
      `${build.url}/apis/kpack.io/v1alpha2/namespaces/${namespace}/builds/${name}`,
      {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${tokens.admin}`,
          'content-type': 'application/merge-patch+json',
        },
        body: JSON.stringify({
          metadata: {
            annotations: { 'image.kpack.io/additionalBuildNeeded': 'now' },
          },
        }),
      },
    );
    expect(answer.status).toBe(200);
    await world.settled();
    const made = newestBuild(target);
    expect(made.metadata.name).not.toBe(name);
    expect(made.metadata.annotations?.['image.kpack.io/reason']).toBe(
      'TRIGGER',
    );
    expect(condition(made, 'Succeeded')?.status).toBe('True');
    expect(ready(get('build', 'workloads.carto.run', target))).toBe('True');
  });
});

/** What the newest Build of an Image was made with and its builder has no more: kpack would build it again. */
function lacks(image: KubeObject): unknown[] {
  const { namespace = '' } = image.metadata;
  const builder =
    textAt(image, 'spec', 'builder', 'kind') === 'Builder'
      ? get(
          'build',
          'builders.kpack.io',
          `${namespace}/${textAt(image, 'spec', 'builder', 'name')}`,
        )
      : on('build', 'clusterbuilders.kpack.io').find(
          each =>
            each.metadata.name === textAt(image, 'spec', 'builder', 'name'),
        );
  const build = newestBuild(targetOf(image));
  const offered = JSON.stringify(at(builder, 'status', 'builderMetadata'));
  const lifecycle = (object: unknown, ...path: string[]) =>
    textAt(object, 'status', ...path);
  return [
    ...listAt(build, 'status', 'buildMetadata').filter(
      each =>
        !offered.includes(
          `"id":"${textAt(each, 'id')}","version":"${textAt(each, 'version')}"`,
        ),
    ),
    ...[lifecycle(build, 'lifecycleVersion')].filter(
      each => each !== lifecycle(builder, 'lifecycle', 'version'),
    ),
  ];
}

describe('a stack update', () => {
  it('rebases the images of its builders and nothing else', async () => {
    const { world } = await start();
    const reasonOf = (image: KubeObject) =>
      textAt(image, 'status', 'latestBuildReason');
    const refOf = (image: KubeObject) =>
      textAt(image, 'status', 'latestBuildRef');
    const before = new Map(
      on('build', 'images.kpack.io').map(i => [targetOf(i), refOf(i)]),
    );
    await world.updateStack();
    await world.settled();
    const rebuilt = on('build', 'images.kpack.io').filter(
      i => before.get(targetOf(i)) !== refOf(i),
    );
    expect(rebuilt.length).toBeGreaterThan(3);
    for (const image of rebuilt) {
      expect(lacks(image)).toEqual([]);
      expect(reasonOf(image)).toBe('STACK');
      expect(ready(image)).toBe('True');
    }
    expect(world.failures()).toEqual([]);
  });

  it('that meets a broken commit rebases all images but that one, whose build fails for both reasons', async () => {
    const { world } = await start();
    const target = 'dev/payments';
    const rebased = on('build', 'images.kpack.io').filter(
      image => ready(image) === 'True' && targetOf(image) !== target,
    );
    await playScenario(world, 'rollout', target);
    await world.settled();
    const failed = get('build', 'images.kpack.io', target);
    expect(textAt(failed, 'status', 'latestBuildReason')).toBe('CONFIG,STACK');
    expect(ready(failed)).toBe('False');
    const others = rebased.map(image =>
      get('build', 'images.kpack.io', targetOf(image)),
    );
    expect(
      others.filter(
        image => textAt(image, 'status', 'latestBuildReason') === 'STACK',
      ).length,
    ).toBeGreaterThan(3);
    expect(others.map(ready)).toEqual(others.map(() => 'True'));
    expect(world.failures()).toEqual([]);
  });
});
