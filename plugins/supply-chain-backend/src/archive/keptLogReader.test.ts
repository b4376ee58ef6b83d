import type {
  ArchivedBecause,
  LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { LogNotArchived } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { SystemClock } from '../clock/SystemClock';
import { ContainerLogs } from '../logs/ContainerLogs';
import type { Sight } from '../service/Sight';
import { ArchivedContainers } from './ArchivedContainers';
import type { ArchivedLog } from './ArchivedLog';
import { keptLogReader } from './keptLogReader';
import { archivedBuild, archivedLog } from './testing/archivedBuild';

const as: Sight = {
  ...{ signal: new AbortController().signal, all: true },
  sees: () => true,
  seesValues: () => false,
  mayLookAt: () => true,
};
const T = '2026-11-22T21:28:40';
const gone = { kind: 'incomplete', because: 'pod-gone' } as const;
const build = archivedBuild({ uid: 'one' });

/** What a reader is told of the step `build`, after a cursor. */
async function told(
  log: Partial<ArchivedLog> | undefined,
  text: string,
  from?: string,
  because: ArchivedBecause = 'pod-gone',
): Promise<LogMessage[]> {
  const source = new ArchivedContainers(
    {
      async *read(key) {
        if (!text) throw new LogNotArchived(key);
        yield Buffer.from(text);
      },
    },
    { failed: () => {} },
  );
  const containers = new ContainerLogs({
    ...{ api: source, states: source },
    ...{ clock: new SystemClock(), random: () => 0.5 },
  });
  const logs = log ? [archivedLog({ bytes: text.length, ...log })] : [];
  const reader = keptLogReader({ build, logs }, because, {
    ...{ containers, source },
  });
  const messages: LogMessage[] = [];
  for await (const message of await reader.follow(
    build.view.ref,
    { from },
    as,
  )) {
    if (message.type !== 'steps') messages.push(message);
  }
  await containers.stop();
  return messages;
}

const note = (completeness: ArchivedLog['completeness']) => ({
  ...{ type: 'archived', step: 'build', at: '1970-01-01T00:00:00.000Z' },
  ...{ completeness, because: 'pod-gone' },
});
const ending = [
  { type: 'step-end', step: 'build' },
  { type: 'end', resume: false },
];

describe('an archived log', () => {
  it('says first that it is one, then what it has', async () => {
    expect(await told({}, `${T}.1Z a\n${T}.2Z b\n`)).toMatchObject([
      note({ kind: 'complete' }),
      { type: 'lines', text: 'a\nb', cursor: `build~${T}.2Z~1` },
      ...ending,
    ]);
  });

  it('says last what is missing of it, and why', async () => {
    expect(await told({ completeness: gone }, `${T}.1Z a\n`)).toMatchObject([
      note(gone),
      { type: 'lines', text: 'a' },
      {
        ...{ type: 'gap', because: 'pod-gone' },
        says: 'The pod was deleted before this log was read to its end',
      },
      ...ending,
    ]);
  });

  it('that has less than the pod had told says so once', async () => {
    const from = `build~${T}.5Z~1`;
    for (const text of ['', `${T}.1Z a\n`]) {
      const messages = await told({ completeness: gone }, text, from);
      expect(messages.filter(({ type }) => type === 'gap')).toMatchObject([
        { because: 'pod-gone' },
      ]);
      expect(messages.slice(-2)).toEqual(ending);
    }
  });

  it('that is not there says that', async () => {
    expect(await told(undefined, '')).toMatchObject([
      { type: 'gap', says: 'This log is not in the archive' },
      ...ending,
    ]);
  });

  it('of a step that wrote nothing is complete', async () => {
    expect(await told({}, '')).toMatchObject([
      note({ kind: 'complete' }),
      ...ending,
    ]);
  });

  it('says why it is not the cluster that is read, and which one does not answer', async () => {
    const [lost] = await told({}, `${T}.1Z a\n`, undefined, 'unreadable');
    expect(lost).toMatchObject({ type: 'archived', because: 'unreadable' });
    expect(lost).not.toHaveProperty('cluster');
    const why = 'cluster-unreachable';
    const [unreachable] = await told({}, `${T}.1Z a\n`, undefined, why);
    expect(unreachable).toMatchObject({
      ...{ type: 'archived', because: why, cluster: 'build' },
    });
  });
});
