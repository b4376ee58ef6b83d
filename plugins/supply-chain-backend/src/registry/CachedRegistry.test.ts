import { FakeClock } from '../clock/FakeClock';
import { CachedRegistry } from './CachedRegistry';
import { digestOf } from './Digest';
import { RegistryError } from './errors/RegistryError';
import type { ImageRegistry } from './ImageRegistry';

const OF = { host: 'registry.example', name: 'app' };
const CONTENT = Buffer.from('x');
const DIGEST = digestOf(CONTENT);
const { signal } = new AbortController();

describe('CachedRegistry', () => {
  let clock: FakeClock;
  let asked: string[];
  let answer: () => Promise<Buffer | undefined>;
  let cached: CachedRegistry;
  beforeEach(() => {
    clock = new FakeClock();
    asked = [];
    answer = async () => CONTENT;
    const inner: ImageRegistry = {
      async manifest(_, reference) {
        asked.push(reference);
        const content = await answer();
        return content && { digest: digestOf(content), content };
      },
      blob(_, digest, life) {
        asked.push(digest);
        life.addEventListener('abort', () => asked.push('aborted'));
        return answer();
      },
      referrers(_, digest) {
        asked.push(`referrers ${digest}`);
        return answer();
      },
    };
    cached = new CachedRegistry({ inner, clock });
  });

  it('asks for a digest once and for all, for a tag and a list again after a minute', async () => {
    const all = async () => {
      await cached.blob(OF, DIGEST, signal);
      await cached.manifest(OF, DIGEST, signal);
      await cached.manifest(OF, 'latest', signal);
      await cached.referrers(OF, DIGEST, signal);
    };
    await all();
    await clock.advance(59_000);
    await all();
    expect(asked).toHaveLength(4);
    await clock.advance(2_000);
    await all();
    expect(asked.slice(4)).toEqual(['latest', `referrers ${DIGEST}`]);
  });

  it('asks again sooner for what was not there, and sooner still after a failure', async () => {
    answer = async () => undefined;
    expect(await cached.blob(OF, DIGEST, signal)).toBeUndefined();
    await clock.advance(19_000);
    await cached.blob(OF, DIGEST, signal);
    expect(asked).toHaveLength(1);
    await clock.advance(2_000);
    answer = async () => {
      throw new RegistryError('unreachable', OF.host);
    };
    await expect(cached.blob(OF, DIGEST, signal)).rejects.toThrow('answer');
    await expect(cached.blob(OF, DIGEST, signal)).rejects.toThrow('answer');
    expect(asked).toHaveLength(2);
    await clock.advance(10_001);
    answer = async () => CONTENT;
    expect(await cached.blob(OF, DIGEST, signal)).toBe(CONTENT);
  });

  it('has one question under way for all who wait; who leaves ends it for nobody', async () => {
    let tell = (_: Buffer) => {};
    answer = () =>
      new Promise(done => {
        tell = done;
      });
    const life = new AbortController();
    const one = cached.blob(OF, DIGEST, life.signal);
    const two = cached.blob(OF, DIGEST, signal);
    life.abort(new Error('left'));
    await expect(one).rejects.toThrow('left');
    tell(CONTENT);
    expect(await two).toBe(CONTENT);
    expect(asked).toEqual([DIGEST]);
  });

  it('keeps no more than there is room for, what was asked for last', async () => {
    const big = Buffer.alloc(20 * 1024 * 1024);
    answer = async () => big;
    const other = digestOf(big);
    await cached.blob(OF, DIGEST, signal);
    await cached.blob(OF, other, signal);
    await cached.blob(OF, other, signal);
    await cached.blob(OF, DIGEST, signal);
    expect(asked).toEqual([DIGEST, other, DIGEST]);
  });

  it('ends what is under way when it stops', async () => {
    answer = () =>
      new Promise((_, reject) => {
        stopping = () => reject(new Error('stopped'));
      });
    let stopping = () => {};
    const one = cached.blob(OF, DIGEST, signal);
    const stopped = cached.stop();
    expect(asked).toContain('aborted');
    stopping();
    await expect(one).rejects.toThrow('stopped');
    await stopped;
  });
});
