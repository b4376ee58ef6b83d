import { FakeClock } from '../clock/FakeClock';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import {
  ContainerLogs,
  LEFT_EACH,
  LINGER_MS,
  WHOLE_KEPT_MS,
} from './ContainerLogs';
import { TooManyLogs } from './errors/TooManyLogs';
import { LOG_LIMITS } from './LogLimits';
import { FakeLog } from './testing/FakeLog';

const target = {
  cluster: 'build',
  namespace: 'shop',
  pod: 'build-pod',
  uid: 'uid',
  container: 'build',
};

function setUp(limits = LOG_LIMITS) {
  const clock = new FakeClock();
  const fake = new FakeLog();
  const logs = new ContainerLogs({
    api: fake,
    states: fake,
    clock,
    random: () => 0.5,
    limits,
  });
  return { clock, fake, logs };
}

describe('logs that many look at', () => {
  it('have one upstream, closed within a second after the last has left', async () => {
    const { clock, fake, logs } = setUp();
    const viewers = Array.from({ length: 20 }, () => logs.open(target));
    await clock.advance(0);
    expect(fake.requests).toHaveLength(1);
    expect(fake.open).toBe(1);
    for (const { release } of viewers) release();
    await clock.advance(LINGER_MS);
    expect(fake.open).toBe(0);
    expect(logs.size).toBe(0);
    expect(LINGER_MS).toBeLessThan(1_000);
    expect(clock.waits).toEqual([]);
  });

  it('leave nothing behind that the end would have to wait for, whenever they fail', async () => {
    const clock = new FakeClock();
    const fake = new FakeLog();
    let refuse: (why: Error) => void = () => undefined;
    const refusal = new Promise<never>((_, reject) => {
      refuse = reject;
    });
    const logs = new ContainerLogs({
      api: { log: () => refusal },
      ...{ states: fake, clock, random: () => 0.5 },
    });
    logs.open(target).release();
    const { release } = logs.open({ ...target, container: 'export' });
    const { cluster, namespace } = target;
    refuse(
      new AccessDenied(
        { cluster, namespace, verb: 'get', resource: 'pods/log' },
        'cluster',
      ),
    );
    // One is left, and still kept for whoever comes back; the other is left now.
    await clock.settle();
    release();
    expect(logs.size).toBe(0);
    await logs.stop();
    expect(clock.waits).toEqual([]);
  });

  it('are found again by a page that loads anew', async () => {
    const { clock, fake, logs } = setUp();
    const { log, release } = logs.open(target);
    await clock.advance(0);
    release();
    await clock.advance(LINGER_MS / 2);
    expect(logs.open(target).log).toBe(log);
    await clock.advance(LINGER_MS * 10);
    expect(fake.open).toBe(1);
    await logs.stop();
    expect(fake.open).toBe(0);
  });

  it('leave few connections at a proxy that does not close them, however often a viewer comes and goes', async () => {
    const { clock, fake, logs } = setUp();
    for (let n = 0; n < 20; n += 1) {
      const { release } = logs.open(target);
      await clock.advance(0);
      release();
      await clock.advance(LINGER_MS * 10);
    }
    expect(fake.requests).toHaveLength(LEFT_EACH + 1);
    expect(fake.open).toBe(1);
    fake.end();
    await clock.advance(0);
    expect(fake.open).toBe(0);
    await clock.advance(WHOLE_KEPT_MS);
    expect(logs.size).toBe(0);
    expect(clock.waits).toEqual([]);
  });

  it('are kept for a while when they are whole, without an upstream', async () => {
    const { clock, fake, logs } = setUp();
    fake.end();
    const { release } = logs.open(target);
    await clock.advance(0);
    release();
    await clock.advance(WHOLE_KEPT_MS - 1);
    logs.open(target).release();
    expect(fake.requests).toHaveLength(1);
    expect(fake.open).toBe(0);
    await clock.advance(WHOLE_KEPT_MS);
    expect(logs.size).toBe(0);
    expect(clock.waits).toEqual([]);
  });

  it('are read of so many containers at once and no more; what nobody looks at gives way', async () => {
    const { clock, fake, logs } = setUp({ ...LOG_LIMITS, containers: 2 });
    const other = (container: string) => ({ ...target, container });
    const first = logs.open(other('prepare'));
    logs.open(other('build'));
    await clock.advance(0);
    expect(() => logs.open(other('export'))).toThrow(TooManyLogs);
    first.release();
    logs.open(other('export'));
    await clock.advance(0);
    expect(fake.open).toBe(2);
    await logs.stop();
    expect(fake.open).toBe(0);
  });

  it('hold together no more than they may, however many there are', async () => {
    const heldBytes = 4 * 1024 * 1024;
    const { clock, fake, logs } = setUp({ ...LOG_LIMITS, heldBytes });
    const text = 'x'.repeat(1_000);
    const at = '2026-11-22T21:00:00Z';
    fake.write(...Array.from({ length: 5_000 }, () => ({ at, text })));
    const open = ['a', 'b', 'c', 'd'].map(
      container => logs.open({ ...target, container }).log,
    );
    await clock.advance(0);
    const held = open.reduce((sum, { size }) => sum + size, 0);
    expect(held).toBeGreaterThan(heldBytes / 2);
    // A log forgets whole pages of 256 KiB.
    expect(held).toBeLessThan(heldBytes + open.length * 256 * 1024);
    await logs.stop();
  });
});
