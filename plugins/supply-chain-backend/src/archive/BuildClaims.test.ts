import { FakeClock } from '../clock/FakeClock';
import { ArchiveDatabase } from './ArchiveDatabase';
import { BuildClaims, LEASE_MS } from './BuildClaims';
import { eachDatabase } from './testing/eachDatabase';
import { whileClaimed } from './whileClaimed';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const key = { cluster: 'build', namespace: 'shop', uid: 'one' };

eachDatabase('a claim on a build', open => {
  async function replicas(...owners: readonly string[]) {
    const clock = new FakeClock();
    const { service } = await open();
    const database = new ArchiveDatabase(service);
    return {
      clock,
      claims: owners.map(
        owner => new BuildClaims({ database, clock, owner }),
      ) as [BuildClaims, BuildClaims],
    };
  }

  it('belongs to one, until it is let go', async () => {
    const { claims } = await replicas('a', 'b');
    const [a, b] = claims;
    expect(await a.take(key, signal)).toBe(0);
    expect(await b.take(key, signal)).toBe(LEASE_MS);
    expect(await b.take({ ...key, uid: 'two' }, signal)).toBe(0);
    await b.release(key);
    expect(await b.take(key, signal)).toBe(LEASE_MS);
    await a.release(key);
    expect(await b.take(key, signal)).toBe(0);
  });

  it('of one that died is free when its lease has ended, and of one that renews it is not', async () => {
    const { claims, clock } = await replicas('a', 'b');
    const [a, b] = claims;
    await a.take(key, signal);
    await clock.advance(LEASE_MS - 1);
    expect(await b.take(key, signal)).toBe(1);
    expect(await a.take(key, signal)).toBe(0);
    await clock.advance(LEASE_MS - 1);
    expect(await b.take(key, signal)).toBe(1);
    await clock.advance(1);
    expect(await b.take(key, signal)).toBe(0);
    expect(await a.take(key, signal)).toBe(LEASE_MS);
  });

  it('is taken by one of many that ask at once, also when a lease has just ended', async () => {
    const owners = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { claims, clock } = await replicas(...owners);
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all(
        claims.map(each => each.take(key, signal)),
      );
      expect(answers.filter(wait => wait === 0)).toHaveLength(1);
      await clock.advance(LEASE_MS);
    }
  });

  it('is kept while the work goes on, and let go after', async () => {
    const { claims, clock } = await replicas('a', 'b');
    const [a, b] = claims;
    let finish = () => {};
    const work = new Promise<void>(resolve => {
      finish = resolve;
    });
    const done = whileClaimed({ claims: a, clock, key }, signal, () => work);
    for (let waited = 0; waited < 3 * LEASE_MS; waited += LEASE_MS / 6) {
      await clock.advance(LEASE_MS / 6);
      await eventually(async () => (await b.take(key, signal)) > LEASE_MS / 2);
    }
    finish();
    expect(await done).toEqual({ isOurs: true, value: undefined });
    expect(await b.take(key, signal)).toBe(0);
    expect(clock.waits).toEqual([]);
  });

  it('stops the work when another has taken it', async () => {
    const { claims, clock } = await replicas('a', 'b');
    const [a, b] = claims;
    const done = whileClaimed(
      { claims: a, clock, key },
      signal,
      life =>
        new Promise((_, reject) => {
          life.addEventListener('abort', () => reject(life.reason));
        }),
    );
    const failure = done.then(
      () => undefined,
      (error: unknown) => error,
    );
    await eventually(async () => (await b.take(key, signal)) > 0);
    await a.release(key);
    expect(await b.take(key, signal)).toBe(0);
    await clock.advance(LEASE_MS / 3);
    expect(await failure).toEqual(
      new Error('Another replica has taken over the archiving'),
    );
    expect(await a.take(key, signal)).toBeGreaterThan(0);
  });
});

async function eventually(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask())) {
    await new Promise(resolve => {
      setImmediate(resolve);
    });
  }
}
