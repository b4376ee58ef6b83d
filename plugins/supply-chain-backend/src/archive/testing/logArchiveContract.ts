import { randomBytes } from 'node:crypto';
import type {
  ArchivedLogKey,
  LogArchive,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';

const { signal } = new AbortController();

const key: ArchivedLogKey = {
  cluster: 'arn:aws:eks/build',
  namespace: 'shop',
  build: '9f6e2f9e-0001-4c5e-9b1d-000000000001',
  container: 'build',
};

async function* pieces(...parts: readonly (string | Uint8Array)[]) {
  for (const part of parts) yield Buffer.from(part);
}

async function* broken(...parts: readonly string[]) {
  yield* pieces(...parts);
  throw new Error('The connection was lost');
}

/** What every archive keeps, wherever it has its logs. */
// eslint-disable-next-line jest/no-export -- It is a suite for the tests of each archive.
export function logArchiveContract(open: () => Promise<LogArchive>): void {
  let archive: LogArchive;
  beforeEach(async () => {
    archive = await open();
    await archive.prune([key, { ...key, container: 'detect' }], signal);
  });

  const textOf = async (of: ArchivedLogKey = key) => {
    const parts: Uint8Array[] = [];
    for await (const part of archive.read(of, signal)) parts.push(part);
    return Buffer.concat(parts);
  };
  const notArchived = { name: 'LogNotArchived' };

  it('gives back what was written, byte for byte, and says what it takes', async () => {
    const bytes = Buffer.concat([
      Buffer.from('2026-11-22T21:28:40.1Z \u001b[31mü\r\n\n\u0000'),
      Buffer.from([0xff, 0xfe, 0x80]),
    ]);
    const stored = await archive.write(
      key,
      pieces(bytes.subarray(0, 7), '', bytes.subarray(7)),
      signal,
    );
    expect((await textOf()).equals(bytes)).toBe(true);
    expect(stored).toBeGreaterThan(0);
    expect(await archive.exists(key, signal)).toBe(true);
  });

  it('gives back a log of some megabytes that cannot be packed, in pieces', async () => {
    const bytes = randomBytes(3 * 1024 * 1024 + 17);
    await archive.write(key, pieces(bytes), signal);
    expect((await textOf()).equals(bytes)).toBe(true);
    let most = 0;
    for await (const part of archive.read(key, signal)) {
      most = Math.max(most, part.length);
    }
    expect(most).toBeLessThanOrEqual(1024 * 1024);
  });

  it('knows an empty log from one that is not there', async () => {
    await expect(textOf()).rejects.toMatchObject(notArchived);
    expect(await archive.exists(key, signal)).toBe(false);
    await archive.write(key, pieces(), signal);
    expect((await textOf()).length).toBe(0);
    expect(await archive.exists(key, signal)).toBe(true);
  });

  it.each(['cluster', 'namespace', 'build', 'container'] as const)(
    'keeps logs apart by %s',
    async part => {
      await archive.write(key, pieces('one'), signal);
      const other = { ...key, [part]: 'other' };
      expect(await archive.exists(other, signal)).toBe(false);
      await expect(textOf(other)).rejects.toMatchObject(notArchived);
    },
  );

  it('replaces a log', async () => {
    await archive.write(key, pieces('a longer one, the first'), signal);
    await archive.write(key, pieces('second'), signal);
    expect(String(await textOf())).toBe('second');
  });

  it('keeps nothing of a log that breaks off, and what was there before', async () => {
    await expect(archive.write(key, broken('x'), signal)).rejects.toThrow(
      'The connection was lost',
    );
    expect(await archive.exists(key, signal)).toBe(false);
    await archive.write(key, pieces('whole'), signal);
    await expect(archive.write(key, broken('half'), signal)).rejects.toThrow(
      'The connection was lost',
    );
    expect(String(await textOf())).toBe('whole');
  });

  it('stops writing when it is told to, keeps nothing, and closes the source', async () => {
    const stopping = new AbortController();
    let isClosed = false;
    async function* endless() {
      try {
        for (let n = 0; ; n += 1) {
          if (n === 3) stopping.abort(new Error('Stop'));
          yield Buffer.from('more and more of it\n');
        }
      } finally {
        isClosed = true;
      }
    }
    await expect(
      archive.write(key, endless(), stopping.signal),
    ).rejects.toThrow();
    expect(isClosed).toBe(true);
    expect(await archive.exists(key, signal)).toBe(false);
  });

  it('shows the old log until the new one is whole', async () => {
    await archive.write(key, pieces('old'), signal);
    const seen: string[] = [];
    async function* slow() {
      yield Buffer.from('new');
      seen.push(String(await textOf()));
      yield Buffer.from(' one');
    }
    await archive.write(key, slow(), signal);
    expect(seen).toEqual(['old']);
    expect(String(await textOf())).toBe('new one');
  });

  it('takes one of two that write the same log at once, whole', async () => {
    await Promise.all(
      ['one', 'two'].map(text => archive.write(key, pieces(text), signal)),
    );
    expect(['one', 'two']).toContain(String(await textOf()));
  });

  it('forgets what it is told to, and nothing else, and minds no log that is not there', async () => {
    const other = { ...key, container: 'detect' };
    await archive.write(key, pieces('one'), signal);
    await archive.write(other, pieces('two'), signal);
    await archive.prune([key, { ...key, build: 'never there' }], signal);
    expect(await archive.exists(key, signal)).toBe(false);
    await expect(textOf()).rejects.toMatchObject(notArchived);
    expect(String(await textOf(other))).toBe('two');
  });
}
