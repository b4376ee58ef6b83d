import fc from 'fast-check';
import {
  parseLogCursor,
  type ArchivedBecause,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type {
  ArchivedLogKey,
  LogArchive,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Clock } from '../clock/Clock';
import { FakeClock } from '../clock/FakeClock';
import { SystemClock } from '../clock/SystemClock';
import { ContainerLogs } from '../logs/ContainerLogs';
import { LogsGone } from '../logs/errors/LogsGone';
import type { Sight } from '../service/Sight';
import { ArchivedContainers } from './ArchivedContainers';
import type { KeptBuild } from './KeptBuild';
import { keptLogReader } from './keptLogReader';
import { liveThenArchived } from './liveThenArchived';
import { archivedBuild, archivedLog } from './testing/archivedBuild';

const { signal } = new AbortController();
const clock = new SystemClock();
const as: Sight = {
  ...{ signal, all: true },
  sees: () => true,
  seesValues: () => false,
  mayLookAt: () => true,
};
const build = archivedBuild({ uid: 'one' });
const { ref } = build.view;
const GONE = { kind: 'incomplete', because: 'pod-gone' } as const;

/** Lines with times of which many are equal and some run backwards, in two steps. */
const logs = fc
  .record({
    detect: fc.array(line(), { maxLength: 8 }),
    build: fc.array(line(), { minLength: 1, maxLength: 30 }),
  })
  .map(({ detect, build: second }) => ({
    detect: detect.join(''),
    build: second.join(''),
  }));

function line(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom('40', '40.000000001', '41.5', '43', '39.999999999'),
      fc.string({ maxLength: 12 }).map(text => text.replaceAll('\n', '')),
    )
    .map(([seconds, text]) => `2026-11-22T21:28:${seconds}Z ${text}\n`);
}

/** Time passes whenever somebody waits. */
const hurried: Clock = {
  now: () => 0,
  sleep: (_, aborted) =>
    new Promise((resolve, reject) => {
      setImmediate(() =>
        aborted.aborted ? reject(aborted.reason) : resolve(),
      );
    }),
};

const neverLost = (aborted: AbortSignal) =>
  new Promise<void>((_, reject) => {
    aborted.addEventListener('abort', () => reject(aborted.reason));
  });

/** A log with an archive that has all of it, or that of ended steps, and a pod of which nobody knows how long it is there. */
function setUp(texts: Parameters<typeof keptOf>[0]) {
  const kept = keptOf(texts);
  const containers = new ContainerLogs({
    ...{ api: kept.source, states: kept.source },
    ...{ clock, random: () => 0.5 },
  });
  const follow = (
    from?: string,
    step?: string,
    of: KeptBuild = kept,
    because: ArchivedBecause = 'pod-gone',
  ) =>
    keptLogReader(of, because, { containers, source: kept.source }).follow(
      ref,
      { from, step },
      as,
    );
  return {
    kept,
    follow,
    stop: () => containers.stop(),
    /** What the options have in common. */
    usual: {
      live: async () => breakingOff([], 'gone'),
      reasonIn: (error: unknown) =>
        error instanceof LogsGone ? ('pod-gone' as const) : undefined,
      lost: neverLost,
      find: async (): Promise<KeptBuild | undefined> => kept,
      archived: (
        held: {
          readonly kept: KeptBuild;
          readonly because: ArchivedBecause;
          readonly step?: string | undefined;
        },
        from: string | undefined,
      ) => follow(from, held.step, held.kept, held.because),
      clock,
    },
  };
}

const first = (messages: AsyncIterable<LogMessage>, leave = () => {}) => ({
  ...{ messages, leave },
});

jest.setTimeout(60_000);

describe('a log whose pod goes away under its reader', () => {
  it('goes on out of the archive wherever it broke off: no line lost, none told twice, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs,
        fc.nat(),
        fc.constantFrom('gone', 'gap') as fc.Arbitrary<'gone' | 'gap'>,
        async (texts, cut, how) => {
          const { follow, stop, usual } = setUp(texts);
          const whole = await all(await follow());
          const live = whole.slice(0, cut % (whole.length + 1));
          const told = await all(
            liveThenArchived(usual, first(breakingOff(live, how)), signal),
          );
          expect(linesOf(told)).toEqual(linesOf(whole));
          expect(told.at(-1)).toEqual({ type: 'end', resume: false });
          await stop();
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is said to be gone when the archive has nothing', async () => {
    const { usual, stop } = setUp({ detect: '', build: '' });
    const told = all(
      liveThenArchived(
        { ...usual, find: async () => undefined, clock: hurried },
        first(breakingOff([], 'gone')),
        signal,
      ),
    );
    await expect(told).rejects.toThrow(LogsGone);
    await stop();
  });
});

describe('a log whose cluster is known not to answer', () => {
  const lost = async () => {};

  it('goes on out of the archive wherever it stands still: no line lost, none told twice, in order', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.nat(), async (texts, cut) => {
        const { follow, stop, usual } = setUp(texts);
        const whole = await all(await follow());
        const live = whole.slice(0, cut % whole.length);
        const left = jest.fn();
        const told = await all(
          liveThenArchived(
            { ...usual, lost, clock: hurried },
            first(breakingOff(live, 'silent'), left),
            signal,
          ),
        );
        expect(linesOf(told)).toEqual(linesOf(whole));
        expect(told.at(-1)).toEqual({ type: 'end', resume: false });
        expect(becauseOf(told)).toEqual(['cluster-unreachable']);
        expect(left).toHaveBeenCalled();
        await stop();
      }),
      { numRuns: 100 },
    );
  });

  it('has of a build that goes on the steps that are archived at once, and the others when the cluster is back', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.nat(), async (texts, cut) => {
        const { follow, kept, stop, usual } = setUp(texts);
        const whole = await all(await follow());
        const end = whole.findIndex(({ type }) => type === 'step-end');
        const live = whole.slice(0, 1 + (cut % end));
        const [detect, step] = kept.logs;
        const part = {
          build: { ...kept.build, settled: false },
          logs: [detect, { ...step, bytes: 0, completeness: GONE }],
        } as KeptBuild;
        const again = jest.fn(follow);
        const told = await all(
          liveThenArchived(
            {
              ...{ ...usual, lost, clock: hurried },
              find: async () => part,
              live: after => again(after),
            },
            first(breakingOff(live, 'silent')),
            signal,
          ),
        );
        expect(linesOf(told)).toEqual(linesOf(whole));
        expect(again).toHaveBeenCalledTimes(1);
        await stop();
      }),
      { numRuns: 100 },
    );
  });

  it('waits for the cluster as long as the archive has nothing, and asks the archive now and then', async () => {
    const { follow, stop, usual } = setUp({
      detect: '',
      build: '2026-11-22T21:28:40Z a\n',
    });
    const whole = await all(await follow());
    const find = jest.fn<Promise<KeptBuild | undefined>, []>(
      async () => undefined,
    );
    let come = () => {};
    const back = new Promise<void>(resolve => {
      come = resolve;
    });
    find.mockImplementation(async () => {
      if (find.mock.calls.length === 3) come();
      return undefined;
    });
    const told = await all(
      liveThenArchived(
        { ...usual, lost, find, clock: hurried },
        first(
          (async function* later() {
            await back;
            yield* whole;
          })(),
        ),
        signal,
      ),
    );
    expect(told).toEqual(whole);
    expect(find.mock.calls.length).toBeGreaterThanOrEqual(3);
    await stop();
  });

  it('is left with nothing that waits', async () => {
    const { usual, stop } = setUp({ detect: '', build: '' });
    const still = new FakeClock();
    const leaving = new AbortController();
    const messages = liveThenArchived(
      { ...usual, lost, find: async () => undefined, clock: still },
      first(breakingOff([], 'silent', leaving.signal)),
      leaving.signal,
    );
    const next = messages.next();
    await still.settle();
    expect(still.waits).toHaveLength(1);
    leaving.abort(new Error('left'));
    await expect(next).rejects.toThrow('left');
    expect(still.waits).toEqual([]);
    await stop();
  });
});

/** As the follower says it when the pod is not there any more. */
async function* breakingOff(
  messages: readonly LogMessage[],
  how: 'gone' | 'gap' | 'silent',
  aborted = signal,
): AsyncGenerator<LogMessage> {
  let step = 'detect';
  for (const message of messages) {
    // Nothing of an archive was told by the pod.
    if (message.type === 'archived') continue;
    if (message.type === 'lines') {
      step = parseLogCursor(message.cursor)?.step ?? step;
    }
    yield message;
    if (message.type === 'end') return;
  }
  if (how === 'silent') await neverLost(aborted);
  if (how === 'gap') {
    yield { type: 'gap', step, because: 'pod-gone', says: 'The pod is gone' };
    yield { type: 'step-end', step };
  }
  throw new LogsGone(ref);
}

function keptOf(texts: { readonly detect: string; readonly build: string }) {
  const archive: Pick<LogArchive, 'read'> = {
    async *read({ container }: ArchivedLogKey) {
      yield Buffer.from(texts[container as keyof typeof texts]);
    },
  };
  const view = {
    ...build.view,
    steps: [
      { name: 'detect', state: 'succeeded' as const },
      { name: 'build', state: 'succeeded' as const },
    ],
  };
  const logOf = (container: 'detect' | 'build') =>
    archivedLog({ container, bytes: texts[container].length });
  return {
    build: { ...build, view },
    logs: [logOf('detect'), logOf('build')],
    source: new ArchivedContainers(archive, { failed: () => {} }),
  };
}

async function all(messages: AsyncIterable<LogMessage>): Promise<LogMessage[]> {
  const told: LogMessage[] = [];
  for await (const message of messages) told.push(message);
  return told;
}

function linesOf(messages: readonly LogMessage[]): readonly string[] {
  return messages.flatMap(message =>
    message.type === 'lines'
      ? message.text
          .split('\n')
          .map((text, n) => `${message.step} ${message.times[n]} ${text}`)
      : [],
  );
}

function becauseOf(messages: readonly LogMessage[]): readonly unknown[] {
  const why = messages.flatMap(message =>
    message.type === 'archived' ? [message.because] : [],
  );
  return [...new Set(why)];
}
