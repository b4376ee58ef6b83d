import type { Clock } from '../clock/Clock';
import type { ArchiveDatabase } from './ArchiveDatabase';
import type { BuildKey } from './ArchivedBuild';

/**
 * Milliseconds for which a build belongs to the replica that has claimed it. Renewed every third of it; long enough that
 * clocks of replicas may differ by some seconds, short enough that logs of a replica that died are still there.
 */
export const LEASE_MS = 60_000;

/** Which replica archives which build: a unique row a build, good until its lease ends. */
export class BuildClaims {
  constructor(
    private readonly options: {
      readonly database: ArchiveDatabase;
      readonly clock: Pick<Clock, 'now'>;
      /** Of this process. */
      readonly owner: string;
    },
  ) {}

  /** Also renews. Resolves with 0 when it is ours, else with the milliseconds for which it is another's. */
  async take(
    { cluster, namespace, uid }: BuildKey,
    signal: AbortSignal,
  ): Promise<number> {
    signal.throwIfAborted();
    const { clock, owner } = this.options;
    const db = await this.options.database.client();
    const key = { cluster, namespace, uid };
    const now = clock.now();
    const until = now + LEASE_MS;
    await db('archive_claims')
      .insert({ ...key, owner, until })
      .onConflict(['cluster', 'namespace', 'uid'])
      .ignore();
    // One statement: of two replicas that find the same lease ended, the second finds it renewed.
    const taken = await db('archive_claims')
      .where(key)
      .andWhere(query => query.where({ owner }).orWhere('until', '<=', now))
      .update({ owner, until });
    if (taken > 0) return 0;
    const other = await db('archive_claims').where(key).first('until');
    return other ? Math.max(1, Number(other.until) - now) : 1;
  }

  async release({ cluster, namespace, uid }: BuildKey): Promise<void> {
    const { owner } = this.options;
    const db = await this.options.database.client();
    await db('archive_claims')
      .where({ cluster, namespace, uid, owner })
      .delete();
  }

  /** Of replicas that died, of builds that nobody came back to. */
  async prune(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const db = await this.options.database.client();
    await db('archive_claims')
      .where('until', '<', this.options.clock.now() - LEASE_MS)
      .delete();
  }
}
