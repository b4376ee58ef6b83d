import { KIND } from '../controllers/kinds.ts';
import { openBuildOf } from '../controllers/openBuildOf.ts';
import { condition } from '../play/condition.ts';
import { startDemoClusters } from '../startDemoClusters.ts';
import type { DemoClusters } from '../startDemoClusters.ts';

const PODS = { group: '', plural: 'pods' };

/** As in the other tests that play: some hundred timers, on a busy machine. */
jest.setTimeout(60_000);

/** A recording that ends while a slow build is under way. */
describe('a build that a recording left under way', () => {
  let demo: DemoClusters;
  beforeEach(async () => {
    demo = await startDemoClusters({ recording: 'run2', speed: 10_000 });
  });
  afterEach(() => demo.close());

  const open = () =>
    demo.build.state
      .list(KIND.image)
      .items.flatMap(image => openBuildOf(demo.build.state, image) ?? []);

  it('comes to its end, under its own name, in a pod of its own', async () => {
    const [left, ...others] = open();
    expect(others).toEqual([]);
    if (!left) throw new Error('run2 leaves a build under way');
    const { namespace, name, uid } = left.build.metadata;

    await demo.world.resume();

    const build = demo.build.state.get(KIND.build, namespace, name);
    expect(build?.metadata.uid).toBe(uid);
    expect(condition(build, 'Succeeded')?.status).toBe('True');
    const pods = demo.build.state
      .list(PODS, { namespace: namespace ?? '' })
      .items.filter(pod => pod.metadata.labels?.['kpack.io/build'] === name);
    expect(pods.map(pod => pod.metadata.ownerReferences?.[0]?.uid)).toEqual([
      uid,
    ]);
    expect(pods[0]?.metadata.uid).not.toBe(left.pod.metadata.uid);
    expect(open()).toEqual([]);
  });

  it('ends before a push makes the next one', async () => {
    const [left] = open();
    const image = left?.build.metadata.labels?.['image.kpack.io/image'] ?? '';
    const { namespace = '' } = left?.build.metadata ?? {};
    const underWay = () =>
      demo.build.state
        .list(KIND.build, { namespace })
        .items.filter(
          build =>
            build.metadata.labels?.['image.kpack.io/image'] === image &&
            !['True', 'False'].includes(
              condition(build, 'Succeeded')?.status ?? '',
            ),
        ).length;
    const most = { atOnce: underWay() };
    const stop = demo.build.state.subscribe(() => {
      most.atOnce = Math.max(most.atOnce, underWay());
    });

    await demo.world.push(`${namespace}/${image}`);
    stop();

    expect(most.atOnce).toBe(1);
    expect(underWay()).toBe(0);
  });
});
