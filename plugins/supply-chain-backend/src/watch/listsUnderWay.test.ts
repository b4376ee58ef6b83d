import { FakeClock } from '../clock/FakeClock';
import { FakeKubernetes } from '../clusters/FakeKubernetes';
import { ReflectingLiveCopy } from './ReflectingLiveCopy';
import type { WatchedKind } from './WatchedKind';
import { widgets } from './widgets';

const KINDS: readonly WatchedKind<unknown>[] = ['as', 'bs', 'cs', 'ds'].map(
  plural => ({ ...widgets, resource: { ...widgets.resource, plural } }),
);

/** Every list takes a quarter of a second; those of `dead` never end. */
async function start(streams: 'yes' | 'no', clusters: readonly string[]) {
  const clock = new FakeClock();
  const kubernetes = new FakeKubernetes(...clusters);
  kubernetes.streams = streams;
  const underWay = new Map<string, number>();
  const count = (cluster: string) => underWay.get(cluster) ?? 0;
  const most = { ofAll: 0, ofOne: 0 };
  kubernetes.meddle = async (_verb, cluster, _resource, signal) => {
    const question = kubernetes.asked.at(-1)?.split(' ')[0];
    if (question !== 'list' && question !== 'stream') return undefined;
    underWay.set(cluster, count(cluster) + 1);
    const all = [...underWay.values()].reduce((a, b) => a + b);
    most.ofAll = Math.max(most.ofAll, all);
    most.ofOne = Math.max(most.ofOne, count(cluster));
    try {
      await clock.sleep(cluster === 'dead' ? Infinity : 250, signal);
    } finally {
      underWay.set(cluster, count(cluster) - 1);
    }
    return undefined;
  };
  const quiet = () => undefined;
  const copy = new ReflectingLiveCopy({
    ...{ api: kubernetes, kinds: KINDS, clock, random: () => 0.5 },
    logger: { info: quiet, warn: quiet, error: quiet },
  });
  copy.touch();
  await clock.settle();
  const fresh = () =>
    copy
      .clusters()
      .filter(({ kinds }) => kinds.every(({ state }) => state === 'fresh'))
      .map(({ name }) => name);
  return { clock, copy, most, fresh };
}

describe('lists under way', () => {
  it.each(['yes', 'no'] as const)(
    'are four at most, two of a cluster (streamed: %s)',
    async streams => {
      const names = ['a', 'b', 'c'];
      const { clock, copy, most, fresh } = await start(streams, names);
      // Twelve lists, four at a time; without streaming each cluster has refused it first.
      await clock.advance(streams === 'yes' ? 1_000 : 5_000);
      expect(fresh()).toEqual(names);
      expect(most).toEqual({ ofAll: 4, ofOne: 2 });
      await copy.stop();
      expect(clock.waits).toEqual([]);
    },
  );

  it('of a dead cluster cost the others nothing', async () => {
    const { clock, copy, fresh } = await start('yes', ['dead', 'a', 'b']);
    // Of eight lists two at a time, until half a second of the dead cluster's silence has passed; then four.
    await clock.advance(1_000);
    expect(fresh()).toEqual(['a', 'b']);
    await copy.stop();
  });
});
