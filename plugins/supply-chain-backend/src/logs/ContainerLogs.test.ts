import { FakeClock } from '../clock/FakeClock';
import { ContainerLogs, LINGER_MS, WHOLE_KEPT_MS } from './ContainerLogs';
import { FakeLog } from './FakeLog';

const target = {
  cluster: 'build',
  namespace: 'shop',
  pod: 'build-pod',
  uid: 'uid',
  container: 'build',
};

function setUp() {
  const clock = new FakeClock();
  const fake = new FakeLog();
  const logs = new ContainerLogs({
    api: fake,
    states: fake,
    clock,
    random: () => 0.5,
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
});
