import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import {
  LogNotArchived,
  type ArchivedLogKey,
  type LogArchive,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';

/** Logs as files of a folder: what an integrator's own archive may look like. */
export class FileLogArchive implements LogArchive {
  constructor(private readonly folder: string) {}

  async write(
    key: ArchivedLogKey,
    text: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): Promise<number> {
    const path = this.#path(key);
    await mkdir(dirname(path), { recursive: true });
    const begun = `${path}.${randomUUID()}`;
    try {
      await pipeline(text, createGzip(), createWriteStream(begun), { signal });
      // Names change hands at once, and whoever reads the old file keeps it.
      await rename(begun, path);
    } catch (error) {
      await rm(begun, { force: true });
      signal.throwIfAborted();
      throw error;
    }
    return (await stat(path)).size;
  }

  async *read(
    key: ArchivedLogKey,
    signal: AbortSignal,
  ): AsyncIterable<Uint8Array> {
    if (!(await this.exists(key, signal))) throw new LogNotArchived(key);
    const file = createReadStream(this.#path(key), { signal });
    const text = createGunzip();
    const done = pipeline(file, text);
    done.catch(() => undefined);
    yield* Readable.from(text) as AsyncIterable<Uint8Array>;
    await done;
  }

  async exists(key: ArchivedLogKey, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    return stat(this.#path(key)).then(
      () => true,
      () => false,
    );
  }

  async prune(
    keys: readonly ArchivedLogKey[],
    signal: AbortSignal,
  ): Promise<void> {
    for (const key of keys) {
      signal.throwIfAborted();
      await rm(this.#path(key), { force: true });
    }
  }

  /** No name of a key is a name of a file: clusters are called as people like. */
  #path({ cluster, namespace, build, container }: ArchivedLogKey): string {
    const text = JSON.stringify([cluster, namespace, build, container]);
    const hash = createHash('sha256').update(text).digest('hex');
    return join(this.folder, hash.slice(0, 2), `${hash}.log.gz`);
  }
}
