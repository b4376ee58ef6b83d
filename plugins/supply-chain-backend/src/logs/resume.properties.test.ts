import fc from 'fast-check';
import { FakeClock } from '../clock/FakeClock';
import type { Sight } from '../service/Sight';
import { BuildLogReader } from './BuildLogReader';
import { ContainerLogs } from './ContainerLogs';
import { BreakingViewer, type Shown } from './testing/BreakingViewer';
import { FakeLog } from './testing/FakeLog';
import { oneStepBuild } from './testing/oneStepBuild';
import {
  writtenLog,
  type WrittenLine,
  type WrittenLog,
} from './testing/writtenLog';

/** A hundred drops of a log of a few hundred lines, some dozens of times over. */
jest.setTimeout(240_000);

/** Connections to the kubelet, and connections of the viewer, that are made to break in one log. */
const BREAKS_EACH = 150;

const breaks = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 600 }) },
    { weight: 4, arbitrary: fc.integer({ min: 600, max: 4_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 4_000, max: 100_000 }) },
  ),
  { minLength: BREAKS_EACH, maxLength: BREAKS_EACH },
);

interface Play {
  readonly log: WrittenLog;
  readonly fake: FakeLog;
  readonly viewer: BreakingViewer;
  /** Records written between two turns of the viewer. */
  readonly pace: number;
  /** Told of each record before it is written. */
  readonly before?: (index: number, shown: readonly Shown[]) => void;
}

/** Plays a container that writes, and a viewer who reads from two replicas in turn, to the end of both. */
async function play({ log, fake, viewer, pace, before }: Play) {
  const clock = new FakeClock();
  const replicas = [0, 1].map(() => {
    const containers = new ContainerLogs({
      ...{ api: fake, states: fake, clock },
      random: () => 0.5,
    });
    const reader = new BuildLogReader({
      reader: { build: async () => oneStepBuild(fake) },
      ...{ api: fake, states: fake, containers },
    });
    return { containers, reader };
  });
  let isOver = false;
  const reading = viewer
    .read(connection => (from, signal) => {
      const { reader } = replicas[connection % replicas.length] ?? replicas[0]!;
      const { ref } = oneStepBuild(fake);
      return reader.follow(ref, { from }, { signal } as Sight);
    })
    .finally(() => {
      isOver = true;
    });
  for (let at = 0; at < log.records.length; at += pace) {
    before?.(at, viewer.shown);
    fake.write(...log.records.slice(at, at + pace));
    await clock.advance(200);
  }
  fake.end();
  while (!isOver) await clock.advance(1_000);
  await reading;
  await Promise.all(replicas.map(({ containers }) => containers.stop()));
  expect(fake.open).toBe(0);
}

const isGap = (shown: Shown): shown is Exclude<Shown, WrittenLine> =>
  'gap' in shown;

describe('a log over connections that break on both sides', () => {
  it('comes whole and once, in its order, through a hundred drops', async () => {
    const drops: number[] = [];
    await fc.assert(
      fc.asyncProperty(
        writtenLog('any'),
        breaks,
        breaks,
        fc.integer({ min: 1_000, max: 20_000 }),
        fc.integer({ min: 1, max: 40 }),
        async (log, upstream, downstream, chunk, pace) => {
          const fake = new FakeLog({ breakAfter: upstream, chunk });
          const viewer = new BreakingViewer(downstream);
          await play({ log, fake, viewer, pace });
          expect(viewer.shown).toEqual(log.lines);
          drops.push(viewer.drops + fake.breaks);
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
    // A log of short lines may come to its end before every connection has broken that should.
    const hundred = drops.filter(each => each >= 100);
    expect(hundred.length).toBeGreaterThan(drops.length / 2);
  });

  it('says a gap where the node has thrown lines away, doubles none, and misses none without saying so', async () => {
    await fc.assert(
      fc.asyncProperty(
        writtenLog('distinct'),
        breaks,
        breaks,
        fc.array(fc.nat(300), { minLength: 1, maxLength: 4 }),
        async (log, upstream, downstream, rotations) => {
          const fake = new FakeLog({ breakAfter: upstream, chunk: 5_000 });
          const viewer = new BreakingViewer(downstream);
          const pace = 7;
          await play({
            ...{ log, fake, viewer, pace },
            before: at => {
              if (rotations.some(each => each >= at && each < at + pace)) {
                fake.rotate();
              }
            },
          });
          expect(unexplained(viewer.shown, log.lines)).toBeUndefined();
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

/** The first line that does not come next, though no gap was said before it. */
function unexplained(
  shown: readonly Shown[],
  lines: readonly WrittenLine[],
): WrittenLine | undefined {
  let next = 0;
  // What was thrown away before anybody read it, nobody can know of.
  let mayMiss = true;
  for (const each of shown) {
    if (isGap(each)) {
      mayMiss = true;
      continue;
    }
    const found = mayMiss ? placeOf(each, lines, next) : next;
    const line = lines[found];
    if (line?.text !== each.text || line.at !== each.at) return each;
    next = found + 1;
    mayMiss = false;
  }
  return undefined;
}

function placeOf(
  { at }: WrittenLine,
  lines: readonly WrittenLine[],
  from: number,
): number {
  return lines.findIndex((line, index) => index >= from && line.at === at);
}
