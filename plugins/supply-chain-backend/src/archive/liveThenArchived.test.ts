import fc from 'fast-check';
import {
  parseLogCursor,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type {
  ArchivedLogKey,
  LogArchive,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { SystemClock } from '../clock/SystemClock';
import { ContainerLogs } from '../logs/ContainerLogs';
import { LogsGone } from '../logs/errors/LogsGone';
import type { Sight } from '../service/Sight';
import { ArchivedContainers } from './ArchivedContainers';
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

describe('a log whose pod goes away under its reader', () => {
  it('goes on out of the archive wherever it broke off: no line lost, none told twice, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs,
        fc.nat(),
        fc.constantFrom('gone', 'gap') as fc.Arbitrary<'gone' | 'gap'>,
        async (texts, cut, how) => {
          const kept = keptOf(texts);
          const containers = new ContainerLogs({
            ...{ api: kept.source, states: kept.source },
            ...{ clock, random: () => 0.5 },
          });
          const reader = keptLogReader(kept, {
            ...{ containers, source: kept.source },
          });
          const follow = (from?: string) => reader.follow(ref, { from }, as);
          const whole = await all(await follow());
          const first = cut % (whole.length + 1);
          const told = await all(
            liveThenArchived(
              {
                live: breakingOff(whole.slice(0, first), how),
                mayBeArchived: error => error instanceof LogsGone,
                find: async () => kept,
                archived: (_, from) => follow(from),
                clock,
              },
              signal,
            ),
          );
          expect(linesOf(told)).toEqual(linesOf(whole));
          expect(told.at(-1)).toEqual({ type: 'end', resume: false });
          await containers.stop();
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is said to be gone when the archive has nothing', async () => {
    const told = all(
      liveThenArchived(
        {
          live: breakingOff([], 'gone'),
          mayBeArchived: error => error instanceof LogsGone,
          find: async () => undefined,
          archived: async () => breakingOff([], 'gone'),
          clock: { now: () => 0, sleep: async () => {} },
        },
        signal,
      ),
    );
    await expect(told).rejects.toThrow(LogsGone);
  });
});

/** As the follower says it when the pod is not there any more. */
async function* breakingOff(
  messages: readonly LogMessage[],
  how: 'gone' | 'gap',
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
