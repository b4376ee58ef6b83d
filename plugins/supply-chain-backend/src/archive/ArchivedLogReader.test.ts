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

/** A reader of pods that fails, before an archive that has the log. */
function reader(failure: Error): ArchivedLogReader {
  const clock = new FakeClock();
  const health = new ArchiveHealth({
    clock,
    logger: { info: () => {}, warn: () => {} },
  });
  const failing = async (): Promise<never> => {
    throw failure;
  };
  const inner: LogReader<Sight> = { text: failing, follow: failing };
  const kept = new KeptBuilds({
    ...{ clock, health, copy: new HeldCopy(clock, [cluster]) },
    builds: {
      find: async () => build,
      named: async () => build,
      ofImage: async () => [build],
      logs: async () => [archivedLog()],
    },
  });
  return new ArchivedLogReader({
    ...{ inner, health, clock },
    kept: (of, signal) => kept.withLogs(of, signal),
    readerOf: () => ({
      text: async () => text('archived'),
      follow: async () => {
        throw new Error('Nobody follows here');
      },
    }),
  });
}

async function read(failure: Error, sight = as): Promise<string> {
  const parts: Uint8Array[] = [];
  const request = { step: 'build', timestamps: false };
  const bytes = await reader(failure).text(ref, request, sight);
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString();
}

const named = (error: Error) => [error.name, error] as const;

describe('the archive is read in place of a pod', () => {
  it.each(
    [
      new LogsGone(ref),
      new NoSuchObject('Build', ref),
      new ClusterUnreachable(asked, new Date(since)),
      new Unavailable({
        because: 'unreachable',
        cluster,
        resource: 'x',
        since,
      }),
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
    ].map(named),
  )('when it is %s', async (_, failure) =>
    expect(await read(failure)).toBe('archived'),
  );
});

describe('the archive is not read', () => {
  it.each(
    [
      new AccessDenied(asked, 'cluster'),
      new ContainerWaiting(asked, undefined),
      new LogsWaiting(ref, 'build'),
      new Error('Something unexpected'),
    ].map(named),
  )('when it is %s', async (_, failure) =>
    expect(read(failure)).rejects.toBe(failure),
  );

  it('of a cluster that somebody reads with a token of their own', async () => {
    const personal: Pick<PersonalCopy, 'has'> = { has: () => true };
    const sight = { ...as, personal: personal as PersonalCopy };
    const gone = new LogsGone(ref);
    await expect(read(gone, sight)).rejects.toBe(gone);
  });
});
