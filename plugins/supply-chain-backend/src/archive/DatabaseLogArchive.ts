import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Knex } from 'knex';
import {
  LogNotArchived,
  type ArchivedLogKey,
  type LogArchive,
} from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Clock } from '../clock/Clock';
import type { ArchiveDatabase } from './ArchiveDatabase';
import { inPieces } from './inPieces';

/**
 * Bytes of a log that are packed together. Two thousand lines: gzip has found by then what there is to find, and a reader
 * holds no more than this.
 */
export const CHUNK_BYTES = 256 * 1024;

/** Milliseconds after which a writing that has not ended belongs to a replica that died. Longer than any log is written. */
const LEFT_BEHIND_MS = 6 * 60 * 60_000;

const zip = promisify(gzip);
const unzip = promisify(gunzip);

interface TextRow {
  readonly id: number;
  readonly chunks: number;
}

/**
 * Logs as gzip chunks in the plugin's database. A writing is a row of its own, and the log that is read is the one whose row
 * has the key: chunks come one by one, without a transaction that would last as long as a log, and change hands at once.
 */
export class DatabaseLogArchive implements LogArchive {
  constructor(
    private readonly database: ArchiveDatabase,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  async write(
    key: ArchivedLogKey,
    text: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): Promise<number> {
    const db = await this.database.client();
    signal.throwIfAborted();
    const id = await this.#begin(db, key);
    let chunks = 0;
    let stored = 0;
    try {
      for await (const piece of inPieces(text, CHUNK_BYTES)) {
        signal.throwIfAborted();
        const data = await zip(piece);
        await db('archived_chunks').insert({
          text_id: id,
          number: chunks,
          data,
        });
        chunks += 1;
        stored += data.length;
      }
      signal.throwIfAborted();
      // When another replica publishes the same log at the same moment, the second try finds it done and replaces it.
      await this.#publish(db, key, id, chunks).catch(() =>
        this.#publish(db, key, id, chunks),
      );
    } catch (error) {
      // What cannot be taken away now is left behind, for `prune`.
      await this.#remove(db, [id]).catch(() => undefined);
      throw error;
    }
    return stored;
  }

  async *read(
    key: ArchivedLogKey,
    signal: AbortSignal,
  ): AsyncIterable<Uint8Array> {
    const db = await this.database.client();
    const text = await this.#text(db, key);
    if (!text) throw new LogNotArchived(key);
    for (let number = 0; number < text.chunks; number += 1) {
      signal.throwIfAborted();
      const row = await db('archived_chunks')
        .where({ text_id: text.id, number })
        .first<{ data: Buffer } | undefined>('data');
      if (!row) {
        throw new Error(
          `The archived log of container ${key.container} was replaced or forgotten while it was read`,
        );
      }
      yield await unzip(row.data);
    }
  }

  async exists(key: ArchivedLogKey, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    const db = await this.database.client();
    return (await this.#text(db, key)) !== undefined;
  }

  async prune(
    keys: readonly ArchivedLogKey[],
    signal: AbortSignal,
  ): Promise<void> {
    const db = await this.database.client();
    for (const key of keys) {
      signal.throwIfAborted();
      const ids: number[] = await db('archived_texts')
        .where({ key: textKey(key) })
        .pluck('id');
      await this.#remove(db, ids);
    }
    const left: number[] = await db('archived_texts')
      .whereNull('key')
      .andWhere('begun_at', '<', this.clock.now() - LEFT_BEHIND_MS)
      .pluck('id');
    await this.#remove(db, left);
  }

  async #text(db: Knex, key: ArchivedLogKey): Promise<TextRow | undefined> {
    return db('archived_texts')
      .where({ key: textKey(key) })
      .first<TextRow | undefined>('id', 'chunks');
  }

  async #begin(db: Knex, key: ArchivedLogKey): Promise<number> {
    const [row] = await db('archived_texts').insert(
      {
        key: null,
        written_for: textKey(key),
        chunks: 0,
        begun_at: this.clock.now(),
      },
      ['id'],
    );
    return row.id;
  }

  /** In one transaction: the key goes from the old writing to the new one. Two that do so at once do it one after the other. */
  async #publish(
    db: Knex,
    key: ArchivedLogKey,
    id: number,
    chunks: number,
  ): Promise<void> {
    const before: number[] = await db.transaction(async tx => {
      const old: number[] = await tx('archived_texts')
        .where({ key: textKey(key) })
        .forUpdate()
        .pluck('id');
      await tx('archived_texts').whereIn('id', old).update({ key: null });
      await tx('archived_texts')
        .where({ id })
        .update({ key: textKey(key), chunks });
      return old;
    });
    await this.#remove(db, before);
  }

  async #remove(db: Knex, ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      await db('archived_chunks').where({ text_id: id }).delete();
      await db('archived_texts').where({ id }).delete();
    }
  }
}

function textKey({ cluster, namespace, build, container }: ArchivedLogKey) {
  return JSON.stringify([cluster, namespace, build, container]);
}
