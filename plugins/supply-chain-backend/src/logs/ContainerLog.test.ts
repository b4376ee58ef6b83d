import fc from 'fast-check';
import { FakeClock } from '../clock/FakeClock';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import { ContainerLog } from './ContainerLog';
import { FakeLog, type FakeLine } from './FakeLog';
import type { LogEntry } from './LogBuffer';
import { resumed } from './resumed';
import type { LogPlace } from './ResumeFilter';

const target = {
  cluster: 'build',
  namespace: 'shop',
  pod: 'build-pod',
  uid: 'uid',
  container: 'build',
};

/** Times that are equal, close, and in order, as a kubelet writes them; every text is its own. */
const content = fc
  .array(fc.constantFrom(0, 0, 1, 1_000, 700_000_000, 2_000_000_000), {
    minLength: 1,
    maxLength: 40,
  })
  .map(steps => {
    let nanos = 1_795_000_000_000_000_000n;
    return steps.map((step, index): FakeLine => {
      nanos += BigInt(step);
      const second = new Date(Number(nanos / 1_000_000n)).toISOString();
      const fraction = String(nanos % 1_000_000_000n).padStart(9, '0');
      return {
        at: `${second.slice(0, 19)}.${fraction}Z`,
        text: `line ${index}`,
      };
    });
  });

async function textOf(
  log: ContainerLog,
  place?: LogPlace,
): Promise<{ text: string[]; places: (LogPlace | undefined)[] }> {
  const text: string[] = [];
  const places: (LogPlace | undefined)[] = [];
  const signal = new AbortController().signal;
  for await (const entries of resumed(log.entries(signal), place)) {
    for (const entry of entries) {
      text.push(told(entry));
      places.push(placeOf(entry));
    }
  }
  return { text, places };
}

const told = (entry: LogEntry) => ('gap' in entry ? 'GAP' : entry.text);
const placeOf = (entry: LogEntry) =>
  'gap' in entry || entry.at === undefined
    ? undefined
    : { at: entry.at, count: entry.count };

describe('the log of one container', () => {
  it('comes whole and once, however often its upstream breaks', async () => {
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 100 }),
        fc.nat(),
        async (lines, breakAfter, chunk, half) => {
          const clock = new FakeClock();
          const fake = new FakeLog({ breakAfter, chunk });
          const log = new ContainerLog({
            api: fake,
            target,
            states: fake,
            clock,
            random: () => 0.5,
          });
          const running = log.run(new AbortController().signal);
          const read = textOf(log);
          const cut = half % lines.length;
          fake.write(...lines.slice(0, cut));
          await clock.advance(1);
          fake.write(...lines.slice(cut));
          fake.end();
          while (!log.complete) await clock.advance(10_000);
          await running;
          expect((await read).text).toEqual(lines.map(({ text }) => text));
          expect(fake.open).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes on for a viewer after any line that they had last', async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.nat(), async (lines, after) => {
        const clock = new FakeClock();
        const fake = new FakeLog();
        fake.write(...lines);
        fake.end();
        const log = new ContainerLog({
          api: fake,
          target,
          states: fake,
          clock,
          random: () => 0.5,
        });
        await log.run(new AbortController().signal);
        const whole = await textOf(log);
        const index = after % lines.length;
        const rest = await textOf(log, whole.places[index]);
        expect(rest.text).toEqual(whole.text.slice(index + 1));
      }),
    );
  });

  it('tells a gap where the cluster has thrown the place away', async () => {
    const clock = new FakeClock();
    const fake = new FakeLog();
    fake.write({ at: '2026-11-22T21:00:00Z', text: 'rotated in' });
    fake.end();
    const log = new ContainerLog({
      api: fake,
      target,
      states: fake,
      clock,
      random: () => 0.5,
    });
    await log.run(new AbortController().signal);
    const place = { at: '2026-11-22T20:59:00Z', count: 3 };
    expect((await textOf(log, place)).text).toEqual(['GAP', 'rotated in']);
  });

  it('asks an ended container once, and only for what is there', async () => {
    const fake = new FakeLog();
    fake.write({ at: '2026-11-22T21:00:00Z', text: 'one' });
    fake.end();
    const log = new ContainerLog({
      api: fake,
      target,
      states: fake,
      clock: new FakeClock(),
      random: () => 0.5,
    });
    await log.run(new AbortController().signal);
    expect(fake.requests).toEqual([
      expect.objectContaining({ follow: false, timestamps: true }),
    ]);
  });

  it('says at once what will not mend by itself', async () => {
    const fake = new FakeLog();
    const denied = new AccessDenied(
      {
        cluster: 'build',
        verb: 'get',
        resource: 'pods/log',
        namespace: 'shop',
      },
      'cluster',
    );
    const log = new ContainerLog({
      api: { log: async () => Promise.reject(denied) },
      target,
      states: fake,
      clock: new FakeClock(),
      random: () => 0.5,
    });
    await log.run(new AbortController().signal);
    await expect(textOf(log)).rejects.toBe(denied);
  });
});
