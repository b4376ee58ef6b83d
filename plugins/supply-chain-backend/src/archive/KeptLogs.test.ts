import { FakeClock } from '../clock/FakeClock';
import type { ArchivedBuild } from './ArchivedBuild';
import { KeptLogs } from './KeptLogs';
import { archivedBuild } from './testing/archivedBuild';

const { signal } = new AbortController();
const ref = { cluster: 'build', namespace: 'shop', name: 'app-1' };

type Asked = () => Promise<ArchivedBuild | undefined>;

function setUp(...answers: readonly Asked[]) {
  const clock = new FakeClock();
  const asked: string[] = [];
  const kept = {
    named: async ({ name }: { name: string }) => {
      asked.push(name);
      return answers[Math.min(asked.length, answers.length) - 1]?.();
    },
  };
  return { asked, clock, logs: new KeptLogs(kept, clock, signal) };
}

const settled: Asked = async () => archivedBuild({ uid: 'a' });
const begun: Asked = async () => archivedBuild({ uid: 'a', settled: false });
const none: Asked = async () => undefined;
const broken: Asked = async () => {
  throw new Error('no database');
};

describe('whether a log outlives its build', () => {
  it.each([
    ['does when it is archived', settled, true],
    ['does not while more of it is to come', begun, false],
    ['does not when it is not archived', none, false],
    ['cannot be told when the archive fails', broken, undefined],
  ])('%s', async (_, answer, keeps) => {
    const { clock, logs } = setUp(answer);
    expect(await logs.keeps(ref, signal)).toBe(keeps);
    expect(clock.waits).toEqual([]);
  });

  it('cannot be told when the archive takes its time, and is known once it has answered', async () => {
    let answer: (build: ArchivedBuild) => void = () => {};
    const { clock, logs } = setUp(
      () => new Promise(resolve => (answer = resolve)),
    );
    const first = logs.keeps(ref, signal);
    await clock.advance(500);
    expect(await first).toBeUndefined();
    answer(archivedBuild({ uid: 'a' }));
    expect(await logs.keeps(ref, signal)).toBe(true);
    expect(clock.waits).toEqual([]);
  });

  it('is asked once a minute for everybody', async () => {
    const { asked, clock, logs } = setUp(none, settled);
    await Promise.all([logs.keeps(ref, signal), logs.keeps(ref, signal)]);
    await clock.advance(59_999);
    expect(await logs.keeps(ref, signal)).toBe(false);
    expect(asked).toEqual(['app-1']);
    await clock.advance(1);
    expect(await logs.keeps(ref, signal)).toBe(true);
    expect(asked).toEqual(['app-1', 'app-1']);
  });

  it('is not waited for by who has gone', async () => {
    const { clock, logs } = setUp(() => new Promise(() => {}));
    const gone = new AbortController();
    const asked = logs.keeps(ref, gone.signal);
    gone.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    expect(clock.waits).toEqual([]);
  });
});
