import { FakeClock } from '../clock/FakeClock';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import { Bell } from './Bell';
import { ContainerLog } from './ContainerLog';
import { NodeLogError } from './errors/NodeLogError';
import { LOG_BOUNDS } from './LogBounds';
import type { LogEntry } from './LogEntry';
import { PAGE_BYTES } from './LogPage';
import type { LogPlace } from './LogPlace';
import { FakeLog } from './testing/FakeLog';

const target = {
  cluster: 'build',
  namespace: 'shop',
  pod: 'build-pod',
  uid: 'uid',
  container: 'build',
};

function logOf(
  fake: FakeLog,
  options: Partial<ConstructorParameters<typeof ContainerLog>[0]> = {},
): ContainerLog {
  return new ContainerLog({
    ...{ api: fake, states: fake, target },
    clock: new FakeClock(),
    random: () => 0.5,
    bounds: LOG_BOUNDS,
    room: () => 32 * 1024 * 1024,
    ...options,
  });
}

const forEver = () => new AbortController().signal;

async function textOf(log: ContainerLog, place?: LogPlace): Promise<string[]> {
  const text: string[] = [];
  for await (const entries of log.entries(place, forEver())) {
    text.push(...entries.map(told));
  }
  return text;
}

function told(entry: LogEntry): string {
  if (!('kind' in entry)) return entry.text;
  return entry.kind === 'gap' ? `GAP ${entry.because}` : `END ${entry.bound}`;
}

/** Its first connection falls silent after what is there: a proxy keeps it open. */
function halfOpen(fake: FakeLog): Pick<KubernetesApi, 'log'> {
  let opened = 0;
  return {
    async log(request, signal) {
      opened += 1;
      if (opened > 1) return fake.log(request, signal);
      const bytes = await fake.log({ ...request, follow: false }, signal);
      fake.requests.splice(0, 1, request);
      return (async function* silent() {
        yield* bytes;
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      })();
    },
  };
}

const second = (seconds: number) =>
  `2026-11-22T21:00:${String(seconds).padStart(2, '0')}Z`;

/** Lines that follow each other by a microsecond. */
const at = (line: number) =>
  `2026-11-22T21:00:00.${String(line).padStart(6, '0')}000Z`;

describe('the log of one container', () => {
  it('tells a gap where the cluster has thrown the place away', async () => {
    const fake = new FakeLog();
    fake.write({ at: '2026-11-22T21:00:00Z', text: 'rotated in' });
    fake.end();
    const log = logOf(fake);
    await log.run(forEver());
    const place = { at: '2026-11-22T20:59:00Z', count: 3 };
    expect(await textOf(log, place)).toEqual(['GAP rotated', 'rotated in']);
  });

  it('goes on behind a place that came after all it had read when the cluster threw it away', async () => {
    const fake = new FakeLog();
    const clock = new FakeClock();
    const log = logOf(fake, { clock });
    const running = log.run(forEver());
    fake.write({ at: second(1), text: 'read long ago' });
    await clock.advance(0);
    // The connection dies without a word, and what is written meanwhile is read by another replica only.
    fake.drop();
    fake.write({ at: second(2), text: 'read elsewhere' });
    fake.rotate();
    fake.write({ at: second(3), text: 'after' });
    const reading = textOf(log, { at: second(2), count: 1 });
    fake.end();
    await clock.advance(10_000);
    await running;
    expect(await reading).toEqual(['GAP rotated', 'after']);
  });

  it('goes on with what it still holds behind a place that it has forgotten', async () => {
    const fake = new FakeLog();
    const clock = new FakeClock();
    // Two pages of memory.
    const log = logOf(fake, { clock, room: () => 2 * PAGE_BYTES });
    const running = log.run(forEver());
    const text = 'x'.repeat(1_000);
    fake.write(
      ...Array.from({ length: 3_000 }, (_, n) => ({
        ...{ at: at(n), text },
      })),
    );
    await clock.advance(1_000);
    const came: LogEntry[] = [];
    const reading = (async () => {
      const place = { at: at(10), count: 1 };
      for await (const entries of log.entries(place, forEver())) {
        came.push(...entries);
      }
    })();
    // Long before the container ends.
    await clock.advance(3_000);
    expect(came[0]).toEqual({ kind: 'gap', because: 'not-held' });
    expect(came.at(-1)).toMatchObject({ at: at(2_999), text });
    fake.end();
    await clock.advance(10_000);
    await Promise.all([running, reading]);
  });

  it('reads on after a clock was set back, also where the connection broke in between', async () => {
    const fake = new FakeLog({ breakAfter: [45] });
    fake.write({ at: second(50), text: 'before' });
    const clock = new FakeClock();
    const log = logOf(fake, { clock });
    const running = log.run(forEver());
    await clock.advance(0);
    fake.write({ at: second(5), text: 'after' });
    fake.end();
    await clock.advance(10_000);
    await running;
    expect(await textOf(log)).toEqual(['before', 'after']);
  });

  it.each([
    ['lines', { ...LOG_BOUNDS, lines: 2 }, ['one', 'two', 'END lines']],
    ['bytes', { ...LOG_BOUNDS, bytes: 4 }, ['one', 'END bytes']],
  ])('ends at its bound of %s and says so', async (_, bounds, expected) => {
    const fake = new FakeLog();
    fake.write(
      ...['one', 'two', 'three'].map(text => ({ at: second(1), text })),
    );
    const log = logOf(fake, { bounds });
    await log.run(forEver());
    expect(await textOf(log)).toEqual(expected);
    expect(fake.open).toBe(0);
    expect(log.complete).toBe(false);
  });

  it('is followed for so long, and says when that is over', async () => {
    const clock = new FakeClock();
    const fake = new FakeLog();
    fake.write({ at: second(1), text: 'one' });
    const log = logOf(fake, { clock, bounds: { ...LOG_BOUNDS, seconds: 60 } });
    const running = log.run(forEver());
    await clock.advance(59_999);
    expect(fake.open).toBe(1);
    await clock.advance(1);
    await running;
    expect(fake.open).toBe(0);
    expect(clock.waits).toEqual([]);
    expect(await textOf(log)).toEqual(['one', 'END seconds']);
  });

  it('tells what the kubelet writes into it from what the container wrote', async () => {
    const fake = new FakeLog();
    fake.words = 'failed to create fsnotify watcher: too many open files';
    fake.write({ at: second(1), text: 'one' });
    fake.end();
    const clock = new FakeClock();
    const log = logOf(fake, { clock });
    const running = log.run(forEver());
    await clock.advance(5_000);
    fake.words = undefined;
    await clock.advance(5_000);
    await running;
    expect(await textOf(log)).toEqual(['one']);
  });

  it('that its node has no more is an error, and none of its lines', async () => {
    const fake = new FakeLog();
    fake.words = 'unable to retrieve container logs for containerd://0123';
    fake.end();
    const log = logOf(fake);
    await log.run(forEver());
    const reading = textOf(log);
    await expect(reading).rejects.toBeInstanceOf(NodeLogError);
    await expect(reading).rejects.not.toThrow(/0123/);
  });

  it('asks an ended container once, and only for what is there', async () => {
    const fake = new FakeLog();
    fake.write({ at: '2026-11-22T21:00:00Z', text: 'one' });
    fake.end();
    const log = logOf(fake);
    await log.run(forEver());
    expect(fake.requests).toEqual([
      expect.objectContaining({ follow: false, timestamps: true }),
    ]);
  });

  it('is read to its end where the connection stays open after the container has ended', async () => {
    const fake = new FakeLog();
    const clock = new FakeClock();
    const log = logOf(fake, { clock, api: halfOpen(fake) });
    fake.write({ at: second(1), text: 'one' });
    const running = log.run(forEver());
    await clock.advance(60_000);
    fake.write({ at: second(2), text: 'two' });
    fake.end();
    await clock.advance(4_999);
    expect(log.complete).toBe(false);
    await clock.advance(10_000);
    await running;
    expect(await textOf(log)).toEqual(['one', 'two']);
    expect(fake.requests.map(({ follow }) => follow)).toEqual([true, false]);
    expect(clock.waits).toEqual([]);
  });

  it('is followed anew over another connection when its cluster was lost, and goes on where it was', async () => {
    const fake = new FakeLog();
    const clock = new FakeClock();
    const gone = new Bell();
    let isLost = false;
    const lost = {
      has: () => isLost,
      lost: (_: string, signal: AbortSignal) => gone.next(signal),
    };
    const log = logOf(fake, { clock, lost, api: halfOpen(fake) });
    fake.write({ at: second(1), text: 'one' });
    const running = log.run(forEver());
    await clock.advance(120_000);
    isLost = true;
    gone.ring();
    await clock.settle();
    fake.write({ at: second(2), text: 'two' });
    await clock.advance(5_000);
    expect(fake.requests.map(({ follow }) => follow)).toEqual([true, true]);
    isLost = false;
    fake.end();
    await clock.advance(10_000);
    await running;
    expect(await textOf(log)).toEqual(['one', 'two']);
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
    const api = { log: async () => Promise.reject(denied) };
    const log = logOf(fake, { api });
    await log.run(forEver());
    await expect(textOf(log)).rejects.toBe(denied);
  });
});
