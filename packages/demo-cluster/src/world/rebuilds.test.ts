import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import { condition } from '../play/condition.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { FastDemo } from '../testing/FastDemo.ts';
import { isReady } from '../testing/isReady.ts';
import { targetOf } from '../testing/targetOf.ts';
import { playScenario } from './playScenario.ts';

/** A whole supply chain is about 500 timers of at least a millisecond; busy machines take their time. */
jest.setTimeout(60_000);

const demo = new FastDemo();
afterEach(() => demo.close());

describe('a trigger', () => {
  it('over the API makes a build with that reason', async () => {
    const { build, tokens, world } = await demo.start();
    const [workload] = demo.workloadsWith('images.kpack.io');
    const target = targetOf(workload ?? { metadata: { name: '' } });
    const { namespace, name } = demo.newestBuild(target).metadata;
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
    const made = demo.newestBuild(target);
    expect(made.metadata.name).not.toBe(name);
    expect(made.metadata.annotations?.['image.kpack.io/reason']).toBe(
      'TRIGGER',
    );
    expect(condition(made, 'Succeeded')?.status).toBe('True');
    expect(isReady(demo.get('build', 'workloads.carto.run', target))).toBe(
      true,
    );
  });
});

/** What the newest Build of an Image was made with and its builder has no more: kpack would build it again. */
function lacks(image: KubeObject): unknown[] {
  const { namespace = '' } = image.metadata;
  const builder =
    textAt(image, 'spec', 'builder', 'kind') === 'Builder'
      ? demo.get(
          'build',
          'builders.kpack.io',
          `${namespace}/${textAt(image, 'spec', 'builder', 'name')}`,
        )
      : demo
          .on('build', 'clusterbuilders.kpack.io')
          .find(
            each =>
              each.metadata.name === textAt(image, 'spec', 'builder', 'name'),
          );
  const build = demo.newestBuild(targetOf(image));
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
    const { world } = await demo.start();
    const reasonOf = (image: KubeObject) =>
      textAt(image, 'status', 'latestBuildReason');
    const refOf = (image: KubeObject) =>
      textAt(image, 'status', 'latestBuildRef');
    const before = new Map(
      demo.on('build', 'images.kpack.io').map(i => [targetOf(i), refOf(i)]),
    );
    await world.updateStack();
    await world.settled();
    const rebuilt = demo
      .on('build', 'images.kpack.io')
      .filter(i => before.get(targetOf(i)) !== refOf(i));
    expect(rebuilt.length).toBeGreaterThan(3);
    for (const image of rebuilt) {
      expect(lacks(image)).toEqual([]);
      expect(reasonOf(image)).toBe('STACK');
      expect(isReady(image)).toBe(true);
    }
    expect(world.failures()).toEqual([]);
  });

  it('that meets a broken commit rebases all images but that one, whose build fails for both reasons', async () => {
    const { world } = await demo.start();
    const target = 'dev/payments';
    const rebased = demo
      .on('build', 'images.kpack.io')
      .filter(image => isReady(image) && targetOf(image) !== target);
    await playScenario(world, 'rollout', target);
    await world.settled();
    const failed = demo.get('build', 'images.kpack.io', target);
    expect(textAt(failed, 'status', 'latestBuildReason')).toBe('CONFIG,STACK');
    expect(isReady(failed)).toBe(false);
    const others = rebased.map(image =>
      demo.get('build', 'images.kpack.io', targetOf(image)),
    );
    expect(
      others.filter(
        image => textAt(image, 'status', 'latestBuildReason') === 'STACK',
      ).length,
    ).toBeGreaterThan(3);
    expect(others.filter(image => !isReady(image))).toEqual([]);
    expect(world.failures()).toEqual([]);
  });
});
