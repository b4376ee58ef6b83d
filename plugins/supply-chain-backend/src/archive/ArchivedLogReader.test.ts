import { FakeClock } from '../clock/FakeClock';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import { ClusterUnreachable } from '../clusters/errors/ClusterUnreachable';
import { ContainerWaiting } from '../clusters/errors/ContainerWaiting';
import { LogsGone } from '../logs/errors/LogsGone';
import { LogsWaiting } from '../logs/errors/LogsWaiting';
import { NodeLogError } from '../logs/errors/NodeLogError';
import type { LogReader } from '../logs/LogReader';
import type { PersonalCopy } from '../personal/PersonalCopy';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import { Unavailable } from '../service/errors/Unavailable';
import type { Sight } from '../service/Sight';
import { HeldCopy } from '../service/testing/HeldCopy';
import { ArchivedLogReader } from './ArchivedLogReader';
import { ArchiveHealth } from './ArchiveHealth';
import { KeptBuilds } from './KeptBuilds';
import { archivedBuild, archivedLog } from './testing/archivedBuild';

const build = archivedBuild({ uid: 'one' });
const { ref } = build.view;
const asked = { cluster: 'build', verb: 'get', resource: 'pods/log' } as const;
const cluster = 'build';
const since = '2030-01-01T00:00:00.000Z';

const as: Sight = {
  ...{ signal: new AbortController().signal, all: true },
  sees: () => true,
  seesValues: () => false,
  mayLookAt: () => true,
};

async function* text(what: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(what);
}

/** A reader of pods that fails, before an archive that has the log, of a cluster that answers or not. */
function reader(
  failure: Error | 'never',
  archived: { readonly isLost?: boolean; readonly settled?: boolean } = {},
): ArchivedLogReader {
  const { isLost = false, settled = true } = archived;
  const known = { ...build, settled };
  const clock = new FakeClock();
  const health = new ArchiveHealth({
    clock,
    logger: { info: () => {}, warn: () => {} },
  });
  const failing = async (): Promise<never> => {
    if (failure === 'never') return new Promise<never>(() => {});
    throw failure;
  };
  const inner: LogReader<Sight> = { text: failing, follow: failing };
  const kept = new KeptBuilds({
    ...{ clock, health, copy: new HeldCopy(clock, [cluster]) },
    builds: {
      find: async () => known,
      named: async () => known,
      ofImage: async () => [known],
      parts: async () => [],
      logs: async () => [archivedLog()],
    },
  });
  return new ArchivedLogReader({
    ...{ inner, health, clock },
    kept: (of, signal) => kept.withLogs(of, signal),
    lost: { has: () => isLost, lost: () => new Promise(() => {}) },
    readerOf: (_, because) => ({
      text: async () => text(`archived, ${because}`),
      follow: async () => [] as never,
    }),
  });
}

async function read(
  failure: Parameters<typeof reader>[0],
  sight = as,
  archived: Parameters<typeof reader>[1] = {},
): Promise<string> {
  const parts: Uint8Array[] = [];
  const request = { step: 'build', timestamps: false };
  const bytes = await reader(failure, archived).text(ref, request, sight);
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString();
}

const named = <Rest extends readonly unknown[]>(error: Error, ...rest: Rest) =>
  [error.name, error, ...rest] as const;

describe('the archive is read in place of a pod', () => {
  it.each([
    named(new LogsGone(ref), 'pod-gone'),
    named(new NoSuchObject('Build', ref), 'pod-gone'),
    named(
      new ClusterUnreachable(asked, new Date(since)),
      'cluster-unreachable',
    ),
    named(
      new Unavailable({
        because: 'unreachable',
        cluster,
        resource: 'x',
        since,
      }),
      'cluster-unreachable',
    ),
    named(
      new Unavailable({ because: 'loading', cluster, resource: 'x' }),
      'cluster-loading',
    ),
    named(
      new NodeLogError(
        {
          cluster,
          namespace: 'ns',
          pod: 'pod',
          uid: undefined,
          container: 'build',
        },
        'unable to retrieve container logs for containerd://1',
      ),
      'unreadable',
    ),
  ])('when it is %s, and says why', async (_, failure, because) =>
    expect(await read(failure)).toBe(`archived, ${because}`),
  );

  it('without asking a cluster that is known not to answer', async () =>
    expect(await read('never', as, { isLost: true })).toBe(
      'archived, cluster-unreachable',
    ));
});

describe('the archive is not read', () => {
  it.each(
    [
      new AccessDenied(asked, 'cluster'),
      new ContainerWaiting(asked, undefined),
      new LogsWaiting(ref, 'build'),
      new Error('Something unexpected'),
    ].map(error => named(error)),
  )('when it is %s', async (_, failure) =>
    expect(read(failure)).rejects.toBe(failure),
  );

  it('of a cluster that somebody reads with a token of their own', async () => {
    const personal: Pick<PersonalCopy, 'has'> = { has: () => true };
    const sight = { ...as, personal: personal as PersonalCopy };
    const gone = new LogsGone(ref);
    await expect(read(gone, sight)).rejects.toBe(gone);
  });

  it('before its cluster, lost as that is, of a build that may have more than is kept', async () => {
    const denied = new AccessDenied(asked, 'cluster');
    const lost = { isLost: true, settled: false };
    await expect(read(denied, as, lost)).rejects.toBe(denied);
  });

  it('before its cluster, lost as that is, of a cluster with own tokens', async () => {
    const personal: Pick<PersonalCopy, 'has'> = { has: () => true };
    const sight = { ...as, personal: personal as PersonalCopy };
    const gone = new LogsGone(ref);
    await expect(read(gone, sight, { isLost: true })).rejects.toBe(gone);
  });
});
