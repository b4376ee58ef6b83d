import type { Knex } from 'knex';
import {
  buildViewSchema,
  type LogCompleteness,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { resourceName } from '../clusters/resourceName';
import type { RunRef } from '../logs/runs/RunRef';
import { watchedKinds } from '../service/watchedKinds';
import type { ArchivedBuild, BuildKey } from './ArchivedBuild';
import type { ArchivedBuilds } from './ArchivedBuilds';
import type { ArchivedLog } from './ArchivedLog';
import type { ArchiveDatabase } from './ArchiveDatabase';
import { parseSubject } from './parseSubject';
import type { WholeRun } from './WholeRun';

const BUILDS = resourceName(watchedKinds.build.resource);

/** Builds of one image in one answer. More than anybody scrolls through; retention keeps fewer unless told otherwise. */
const OF_IMAGE = 500;

/** TaskRuns of one run in one answer: more than pipelines have tasks. */
const OF_WHOLE = 500;

interface BuildRecord {
  readonly cluster: string;
  readonly namespace: string;
  readonly uid: string;
  readonly resource: string;
  readonly name: string;
  readonly image: string | null;
  readonly whole_resource: string | null;
  readonly whole_name: string | null;
  readonly whole_uid: string | null;
  readonly whole_task: string | null;
  readonly subject: string | null;
  readonly view: string | null;
  readonly settled: boolean | number;
  /** PostgreSQL gives large integers as text. */
  readonly ended_at: number | string;
}

/** What the archive knows of builds and their logs, in the plugin's database, whichever store has the logs themselves. */
export class ArchiveIndex implements ArchivedBuilds {
  constructor(
    private readonly database: ArchiveDatabase,
    private readonly clock: { now(): number },
  ) {}

  async find(
    { cluster, namespace, uid }: BuildKey,
    signal: AbortSignal,
  ): Promise<ArchivedBuild | undefined> {
    const rows = await this.#builds(signal, query =>
      query.where({ cluster, namespace, uid }),
    );
    return rows[0];
  }

  async named(
    build: ObjectRef & Pick<ArchivedBuild, 'resource'>,
    signal: AbortSignal,
  ): Promise<ArchivedBuild | undefined> {
    const { cluster, namespace, name, resource } = build;
    const rows = await this.#builds(signal, query =>
      query.where({ cluster, namespace, name, resource }).limit(1),
    );
    return rows[0];
  }

  async ofImage(
    { cluster, namespace, name }: ObjectRef,
    signal: AbortSignal,
    without: readonly string[] = [],
  ): Promise<readonly ArchivedBuild[]> {
    return this.#builds(signal, query =>
      query
        .where({ cluster, namespace, image: name, resource: BUILDS })
        .whereNotIn('name', [...without])
        .limit(OF_IMAGE),
    );
  }

  async parts(
    { cluster, namespace, name, resource, uid }: RunRef,
    signal: AbortSignal,
  ): Promise<readonly ArchivedBuild[]> {
    const where = {
      ...{ cluster, namespace },
      ...{ whole_resource: resource, whole_name: name },
      ...(uid === undefined ? {} : { whole_uid: uid }),
    };
    const found = await this.#builds(signal, query =>
      query.where(where).limit(OF_WHOLE),
    );
    return found.filter(({ whole }) => whole?.uid === found[0]?.whole?.uid);
  }

  async logs(
    { cluster, namespace, uid }: BuildKey,
    signal: AbortSignal,
  ): Promise<readonly ArchivedLog[]> {
    const db = await this.#client(signal);
    const rows = await db('archived_logs').where({ cluster, namespace, uid });
    return rows.map(row => ({
      container: row.container,
      podUid: row.pod_uid ?? undefined,
      bytes: Number(row.bytes),
      storedBytes: Number(row.stored_bytes),
      lines: Number(row.lines),
      sha256: row.sha256,
      firstAt: row.first_at ?? undefined,
      lastAt: row.last_at ?? undefined,
      archivedAt: Number(row.archived_at),
      completeness: completenessOf(row.incomplete),
    }));
  }

  /** Of those that retention has taken the content of, too. */
  async stateOf(
    { cluster, namespace, uid }: BuildKey,
    signal: AbortSignal,
  ): Promise<'absent' | 'begun' | 'settled'> {
    const db = await this.#client(signal);
    const row = await db('archived_builds')
      .where({ cluster, namespace, uid })
      .first<Pick<BuildRecord, 'settled'> | undefined>('settled');
    if (!row) return 'absent';
    return row.settled ? 'settled' : 'begun';
  }

  /** Uids of builds of a cluster of which nothing more is wanted, those that retention took included. */
  async settled(
    cluster: string,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const db = await this.#client(signal);
    return db('archived_builds').where({ cluster, settled: true }).pluck('uid');
  }

  /** Of a cluster those of a kind that somebody has begun to archive. */
  async unsettled(
    cluster: string,
    resource: string,
    signal: AbortSignal,
  ): Promise<readonly ArchivedBuild[]> {
    return this.#builds(signal, query =>
      query.where({ cluster, resource, settled: false }),
    );
  }

  /** Writes down a build, in place of what was known of it. */
  async remember(build: ArchivedBuild, signal: AbortSignal): Promise<void> {
    const db = await this.#client(signal);
    const { cluster, namespace, uid } = build;
    await db('archived_builds')
      .insert({
        ...{ cluster, namespace, uid, name: build.name },
        resource: build.resource,
        image: build.image ?? null,
        whole_resource: build.whole?.resource ?? null,
        whole_name: build.whole?.name ?? null,
        whole_uid: build.whole?.uid ?? null,
        whole_task: build.whole?.task ?? null,
        subject: JSON.stringify(build.subject),
        view: JSON.stringify(build.view),
        settled: build.settled,
        ended_at: build.endedAt,
        archived_at: this.clock.now(),
        forgotten_at: null,
      })
      .onConflict(['cluster', 'namespace', 'uid'])
      .merge();
  }

  /** Writes down a log, in place of what was known of it. */
  async keep(
    { cluster, namespace, uid }: BuildKey,
    log: ArchivedLog,
    signal: AbortSignal,
  ): Promise<void> {
    const db = await this.#client(signal);
    const { completeness } = log;
    await db('archived_logs')
      .insert({
        ...{ cluster, namespace, uid, container: log.container },
        pod_uid: log.podUid ?? null,
        bytes: log.bytes,
        stored_bytes: log.storedBytes,
        lines: log.lines,
        sha256: log.sha256,
        first_at: log.firstAt ?? null,
        last_at: log.lastAt ?? null,
        archived_at: log.archivedAt,
        incomplete:
          completeness.kind === 'complete' ? null : completeness.because,
      })
      .onConflict(['cluster', 'namespace', 'uid', 'container'])
      .merge();
  }

  /** Fails when nothing can be written. */
  async probe(signal: AbortSignal): Promise<void> {
    const db = await this.#client(signal);
    const nobody = { cluster: '', namespace: '', uid: 'probe' };
    await db('archive_claims')
      .insert({ ...nobody, owner: '', until: this.clock.now() })
      .onConflict(['cluster', 'namespace', 'uid'])
      .merge();
  }

  async #client(signal: AbortSignal): Promise<Knex> {
    signal.throwIfAborted();
    return this.database.client();
  }

  /** The newest first; none that retention has taken the content of. */
  async #builds(
    signal: AbortSignal,
    select: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<ArchivedBuild[]> {
    const db = await this.#client(signal);
    const query = db('archived_builds')
      .whereNull('forgotten_at')
      .orderBy('ended_at', 'desc');
    const rows: readonly BuildRecord[] = await select(query);
    return rows.flatMap(row => archivedBuild(row) ?? []);
  }
}

/** Undefined for a row that an incompatible version wrote: one unreadable build must not hide the others. */
function archivedBuild(row: BuildRecord): ArchivedBuild | undefined {
  try {
    const view = buildViewSchema.safeParse(JSON.parse(row.view ?? 'null'));
    const subject = parseSubject(JSON.parse(row.subject ?? 'null'));
    if (!view.success || !subject) return undefined;
    return {
      ...{ cluster: row.cluster, namespace: row.namespace, uid: row.uid },
      ...{ resource: row.resource, name: row.name },
      image: row.image ?? undefined,
      whole: wholeRunOf(row),
      subject,
      view: view.data,
      settled: Boolean(row.settled),
      endedAt: Number(row.ended_at),
    };
  } catch {
    return undefined;
  }
}

function wholeRunOf(row: BuildRecord): WholeRun | undefined {
  const { whole_resource: resource, whole_name: name, whole_uid: uid } = row;
  if (!resource || !name || !uid) return undefined;
  return { resource, name, uid, task: row.whole_task ?? undefined };
}

const INCOMPLETE = ['pod-gone', 'refused', 'too-long', 'unreadable'] as const;

function completenessOf(because: unknown): LogCompleteness {
  if (because === null || because === undefined) return { kind: 'complete' };
  const known = INCOMPLETE.find(each => each === because);
  return { kind: 'incomplete', because: known ?? 'unreadable' };
}
