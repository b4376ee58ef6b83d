import { FakeClock } from '../clock/FakeClock';
import { FakeDiscovery } from '../clusters/FakeDiscovery';
import { FakeKubernetes } from '../clusters/FakeKubernetes';
import { watchedKinds } from '../service/watchedKinds';
import { ReflectingLiveCopy } from '../watch/ReflectingLiveCopy';
import type { WatchedKind } from '../watch/WatchedKind';
import { Archiver } from './Archiver';
import { ArchiveHealth } from './ArchiveHealth';
import { kpackBuilds } from './kpackBuilds';
import { archivedKinds } from './runs/archivedKinds';
import { scanKinds } from './runs/scanKinds';
import { SILENCE_MS } from './runs/SILENCE_MS';
import { tektonRuns } from './runs/tektonRuns';
import type { ToArchive } from './ToArchive';

const MINUTE = 60_000;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

describe('what a quiet cluster is asked when nobody looks', () => {
  let clock: FakeClock;
  let kubernetes: FakeKubernetes;
  let discovery: FakeDiscovery;
  let copy: ReflectingLiveCopy;

  beforeEach(() => {
    clock = new FakeClock();
    kubernetes = new FakeKubernetes('build');
    kubernetes.clock = clock;
    kubernetes.streams = 'yes';
    discovery = new FakeDiscovery();
    copy = copyOf(Object.values(watchedKinds));
  });
  const copyOf = (kinds: readonly WatchedKind<unknown>[], silenceMs?: number) =>
    new ReflectingLiveCopy({
      ...{ api: kubernetes, discovery, clock, logger: silent, kinds },
      silenceMs,
      random: sequence(7),
    });
  afterEach(async () => {
    await copy.stop();
    expect(clock.waits).toEqual([]);
  });

  /** Requests to the cluster a minute, over four hours, after the first twenty minutes. */
  async function aMinute(): Promise<number> {
    const asked = () =>
      kubernetes.asked.filter(one => one !== 'clusters').length +
      discovery.asked.length;
    for (let n = 0; n < 80; n += 1) await clock.advance(MINUTE / 4);
    const before = asked();
    for (let n = 0; n < 960; n += 1) await clock.advance(MINUTE / 4);
    return (asked() - before) / 240;
  }

  it('is nothing without an archive', async () => {
    copy.touch();
    expect(await aMinute()).toBe(0);
  });

  const archiverOf = (things: ToArchive) =>
    new Archiver({
      ...{ clock, random: sequence(3), things },
      index: {
        settled: async () => [],
        unsettled: async () => [],
        probe: async () => {},
      },
      builds: {
        archive: async () => {
          throw new Error('There is nothing to archive');
        },
      },
      health: new ArchiveHealth({ clock, logger: silent }),
    });

  it('is at most two requests a minute when logs of builds and of runs are archived', async () => {
    const runs = copyOf(Object.values(archivedKinds), SILENCE_MS);
    const scans = copyOf(Object.values(scanKinds), SILENCE_MS);
    const archivers = [
      archiverOf(kpackBuilds(copy, clock)),
      archiverOf(tektonRuns({ shown: copy, runs, scans }, clock)),
    ];
    for (const archiver of archivers) archiver.start();
    const asked = await aMinute();
    await Promise.all(archivers.map(archiver => archiver.stop()));
    await Promise.all([runs.stop(), scans.stop()]);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(2);
  });
});

/** The same numbers in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
