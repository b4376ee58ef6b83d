import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import { stagesOf } from '../controllers/stagesOf.ts';
import { condition } from '../play/condition.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { expectConsistent } from '../testing/expectConsistent.ts';
import { FastDemo } from '../testing/FastDemo.ts';
import { isReady } from '../testing/isReady.ts';
import { targetOf } from '../testing/targetOf.ts';

/** A whole supply chain is about 500 timers of at least a millisecond; busy machines take their time. */
jest.setTimeout(60_000);

const demo = new FastDemo();
afterEach(() => demo.close());

const imageStage = (workload: KubeObject) => {
  const stage = stagesOf(workload).find(s =>
    s.outputs.some(o => o.name === 'image'),
  );
  return stage?.outputs.find(o => o.name === 'image')?.preview.trim();
};

describe('a push', () => {
  it.each(['run1', 'run2'])(
    'to a workload that kpack builds ends with everything consistent (%s)',
    async recording => {
      const { world, build, run } = await demo.start(recording);
      const [workload] = demo
        .workloadsWith('images.kpack.io')
        .filter(w =>
          run.state.get(
            parseKindName('services.serving.knative.dev'),
            w.metadata.namespace,
            w.metadata.name,
          ),
        );
      if (!workload) throw new Error('no workload');
      const target = targetOf(workload);
      const image = demo.get('build', 'images.kpack.io', target);
      const phases: string[] = [];
      build.state.subscribe(({ resource, object }) => {
        if (
          resource.plural === 'pods' &&
          object.metadata.labels?.['kpack.io/build']
        )
          phases.push(textAt(object, 'status', 'phase') ?? '');
      });

      await world.push(target);

      expectConsistent(demo, target, workload);
      const after = demo.get('build', 'images.kpack.io', target);
      const made = demo.newestBuild(target);
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
      const pod = demo.get(
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
        parseKindName('services.serving.knative.dev'),
        namespace,
        name ?? '',
      );
      expect(JSON.stringify(service?.spec)).toContain(latest);
      expect(isReady(demo.get('run', 'deliverables.carto.run', target))).toBe(
        true,
      );
    },
  );

  it('leaves nothing of the recorded run in the new one', async () => {
    const { world, build } = await demo.start();
    const [workload] = demo.workloadsWith('images.kpack.io');
    const target = targetOf(workload ?? { metadata: { name: '' } });
    const was = demo.newestBuild(target);
    const known = new Set(
      demo
        .on('build', 'pods')
        .concat(demo.on('build', 'builds.kpack.io'))
        .map(o => o.metadata.uid),
    );
    await world.push(target);
    const made = demo.newestBuild(target);
    const pod = demo.get(
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
      .list(parseKindName('events'), {
        namespace: pod.metadata.namespace ?? '',
      })
      .items.filter(
        e => textAt(e, 'involvedObject', 'uid') === pod.metadata.uid,
      );
    expect(events.length).toBeGreaterThan(5);
  });

  it.each(['taskruns.tekton.dev', 'runnables.carto.run'])(
    'to a workload whose image %s make ends with everything consistent',
    async resource => {
      const { world } = await demo.start();
      const [workload] = demo.workloadsWith(resource).filter(w => {
        const stage = stagesOf(w).find(s =>
          s.outputs.some(o => o.name === 'image'),
        );
        return stage?.stamped?.resource === resource;
      });
      const target = targetOf(workload ?? { metadata: { name: '' } });
      await world.push(target);
      expectConsistent(demo, target, workload ?? { metadata: { name: '' } });
    },
  );

  it('can fail: the old output is still served and what comes after waits', async () => {
    const { world } = await demo.start();
    const [workload] = demo.workloadsWith('images.kpack.io');
    const target = targetOf(workload ?? { metadata: { name: '' } });
    await world.push(target, { outcome: 'failed' });
    const image = demo.get('build', 'images.kpack.io', target);
    const after = demo.get('build', 'workloads.carto.run', target);
    const made = demo.newestBuild(target);
    expect(condition(made, 'Succeeded')).toMatchObject({
      ...{ status: 'False', reason: 'Failed' },
    });
    expect(condition(made, 'Succeeded')?.message).not.toMatch(/undefined/);
    expect(condition(image, 'Ready')?.reason).toBe('BuildFailed');
    expect(isReady(after)).toBe(false);
    expect(imageStage(after)).toBe(imageStage(workload ?? after));
    await world.push(target);
    expect(isReady(demo.get('build', 'workloads.carto.run', target))).toBe(
      true,
    );
  });

  it('repairs a workload whose build never worked: its later stages get their first objects', async () => {
    const { world } = await demo.start();
    const broken = demo
      .on('build', 'workloads.carto.run')
      .find(
        w =>
          !isReady(w) &&
          stagesOf(w).some(
            s =>
              s.stamped?.resource === 'images.kpack.io' &&
              s.outputs.length === 0,
          ),
      );
    if (!broken) throw new Error('no workload');
    await world.push(targetOf(broken));
    const after = demo.get('build', 'workloads.carto.run', targetOf(broken));
    expect(isReady(after)).toBe(true);
    expect(stagesOf(after).every(s => s.stamped)).toBe(true);
    for (const { stamped } of stagesOf(after))
      if (stamped)
        expect(
          demo.get(
            'build',
            stamped.resource,
            `${stamped.namespace ?? ''}/${stamped.name}`,
          ).metadata.ownerReferences?.[0]?.uid,
        ).toBe(after.metadata.uid);
  });

  it('comes one after the other for one workload, and side by side for two', async () => {
    const { world } = await demo.start();
    const [one, two] = demo.workloadsWith('images.kpack.io').map(targetOf);
    if (!one || !two) throw new Error('two workloads are needed');
    const counter = (target: string) =>
      Number(
        at(
          demo.get('build', 'images.kpack.io', target),
          'status',
          'buildCounter',
        ),
      );
    const before = [counter(one), counter(two)] as const;
    await Promise.all([world.push(one), world.push(two), world.push(one)]);
    expect(counter(one)).toBe(before[0] + 2);
    expect(counter(two)).toBe(before[1] + 1);
    for (const target of [one, two])
      expect(isReady(demo.get('build', 'workloads.carto.run', target))).toBe(
        true,
      );
    expect(world.failures()).toEqual([]);
  });

  it('finds the commit of an Image that kpack watches itself', async () => {
    const { world } = await demo.start();
    const image = demo
      .on('build', 'images.kpack.io')
      .find(i => at(i, 'spec', 'source', 'git') !== undefined);
    const target = targetOf(image ?? { metadata: { name: '' } });
    await world.push(target);
    const made = demo.newestBuild(target);
    expect(made.metadata.annotations?.['image.kpack.io/reason']).toBe('COMMIT');
  });

  it('says why it cannot', async () => {
    const { world } = await demo.start();
    await expect(world.push('no/such')).rejects.toThrow(
      /neither Workload nor Image/,
    );
    await expect(world.push('nonsense')).rejects.toThrow(
      'Not namespace/name: nonsense',
    );
    const sourceless = demo
      .on('build', 'workloads.carto.run')
      .find(w => stagesOf(w).every(s => s.outputs.length === 0));
    await expect(
      world.push(targetOf(sourceless ?? { metadata: { name: '' } })),
    ).rejects.toThrow(/no source that a commit could reach/);
  });
});
