import type { Knex } from 'knex';
import type { LogArchive } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Clock } from '../clock/Clock';
import type { BuildKey } from './ArchivedBuild';
import type { ArchiveDatabase } from './ArchiveDatabase';
import type { BuildClaims } from './BuildClaims';
import type { RetentionLimits } from './RetentionLimits';

/** Builds that are forgotten in one step: between two of them everybody else has the database. */
const STEP = 100;

/** How many builds were forgotten, and why. */
export interface Pruned {
  readonly byAge: number;
  readonly byCount: number;
  readonly bySize: number;
}

/**
 * Forgets what goes beyond the limits. The logs go first, then what is known of them: when it is interrupted in between, the
 * next run finds what is left. A build that is forgotten by count or size leaves a row without content until it is old
 * enough, as kpack may still have it, and it would be archived again.
 */
export class ArchiveRetention {
  constructor(
    private readonly options: {
      readonly database: ArchiveDatabase;
      readonly archive: Pick<LogArchive, 'prune'>;
      readonly claims: Pick<BuildClaims, 'prune'>;
      readonly clock: Pick<Clock, 'now'>;
      readonly limits: RetentionLimits;
    },
  ) {}

  async prune(signal: AbortSignal): Promise<Pruned> {
    const { archive, claims, clock, database, limits } = this.options;
    const db = await database.client();
    const oldest = clock.now() - limits.maxAgeMs;
    const byAge = await this.#inSteps(db, signal, 'drop', () =>
      db('archived_builds').where('ended_at', '<', oldest),
    );
    const byCount = await this.#inSteps(db, signal, 'empty', () =>
      db
        .from(
          db('archived_builds')
            .whereNull('forgotten_at')
            .whereNotNull('image')
            .select('cluster', 'namespace', 'uid')
            .rowNumber('place', query =>
              query
                .partitionBy(['cluster', 'namespace', 'image'])
                .orderBy('ended_at', 'desc')
                .orderBy('uid'),
            )
            .as('ranked'),
        )
        .where('place', '>', limits.buildsPerImage),
    );
    const bySize = await this.#inSteps(db, signal, 'empty', () =>
      db
        .from(sizesSoFar(db).as('summed'))
        .where('so_far', '>', limits.totalBytes),
    );
    // Also what writers that died have left behind.
    await archive.prune([], signal);
    await claims.prune(signal);
    return { byAge, byCount, bySize };
  }

  async #inSteps(
    db: Knex,
    signal: AbortSignal,
    how: 'drop' | 'empty',
    which: () => Knex.QueryBuilder,
  ): Promise<number> {
    let forgotten = 0;
    for (;;) {
      signal.throwIfAborted();
      const keys: readonly BuildKey[] = await which()
        .select('cluster', 'namespace', 'uid')
        .limit(STEP);
      for (const key of keys) await this.#forget(db, key, how, signal);
      forgotten += keys.length;
      if (keys.length < STEP) return forgotten;
    }
  }

  async #forget(
    db: Knex,
    { cluster, namespace, uid }: BuildKey,
    how: 'drop' | 'empty',
    signal: AbortSignal,
  ): Promise<void> {
    const key = { cluster, namespace, uid };
    const containers: readonly string[] = await db('archived_logs')
      .where(key)
      .pluck('container');
    await this.options.archive.prune(
      containers.map(container => ({
        ...{ cluster, namespace, build: uid, container },
      })),
      signal,
    );
    await db('archived_logs').where(key).delete();
    if (how === 'drop') {
      await db('archived_builds').where(key).delete();
      return;
    }
    await db('archived_builds').where(key).update({
      settled: true,
      subject: null,
      view: null,
      forgotten_at: this.options.clock.now(),
    });
  }
}

/** Each build with the size of what is kept of it and of all that ended after it. */
function sizesSoFar(db: Knex): Knex.QueryBuilder {
  const sizes = db('archived_builds as b')
    .leftJoin('archived_logs as l', join =>
      join
        .on('l.cluster', 'b.cluster')
        .andOn('l.namespace', 'b.namespace')
        .andOn('l.uid', 'b.uid'),
    )
    .whereNull('b.forgotten_at')
    .groupBy('b.cluster', 'b.namespace', 'b.uid')
    .select('b.cluster', 'b.namespace', 'b.uid', 'b.ended_at')
    .select(
      db.raw(
        "coalesce(sum(l.stored_bytes), 0) + length(coalesce(b.view, '')) as size",
      ),
    );
  return db
    .from(sizes.as('sized'))
    .select('cluster', 'namespace', 'uid')
    .select(db.raw('sum(size) over (order by ended_at desc, uid) as so_far'));
}
