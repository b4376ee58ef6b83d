import { randomUUID } from 'node:crypto';
import type {
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LogArchive } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Clock } from '../clock/Clock';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { ContainerStates } from '../logs/ContainerStates';
import { ContainerLogs } from '../logs/ContainerLogs';
import type { LogLimits } from '../logs/LogLimits';
import { LiveContainerStates } from '../logs/LiveContainerStates';
import type { LogReader } from '../logs/LogReader';
import type { RunRef } from '../logs/runs/RunRef';
import type { ImageReader } from '../service/images/ImageReader';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import type { SupplyChainReader } from '../service/SupplyChainReader';
import type { LiveCopy } from '../watch/LiveCopy';
import { ArchiveDatabase } from './ArchiveDatabase';
import { ArchivedContainers } from './ArchivedContainers';
import { ArchivedImageReader } from './ArchivedImageReader';
import { ArchivedLogReader } from './ArchivedLogReader';
import { ArchivedRuns, noPods } from './ArchivedRuns';
import { ArchivedSubjects } from './ArchivedSubjects';
import { ArchivedSupplyChainReader } from './ArchivedSupplyChainReader';
import { ArchiveHealth } from './ArchiveHealth';
import { ArchiveIndex } from './ArchiveIndex';
import { Archiver } from './Archiver';
import { ArchiveRetention } from './ArchiveRetention';
import { BuildArchiver } from './BuildArchiver';
import { BuildClaims } from './BuildClaims';
import { DatabaseLogArchive } from './DatabaseLogArchive';
import type { KeptBuild } from './KeptBuild';
import { KeptBuilds } from './KeptBuilds';
import { kpackBuilds } from './kpackBuilds';
import { keptLogReader } from './keptLogReader';
import { KeptLogs } from './KeptLogs';
import { LostClusters } from '../service/LostClusters';
import { NextBuilds } from './NextBuilds';
import { pruneRegularly } from './pruneRegularly';
import type { ArchiveConfig } from './readArchiveConfig';
import { archivedKinds } from './runs/archivedKinds';
import { runGoesOn } from './runs/runGoesOn';
import { tektonRuns } from './runs/tektonRuns';
import type { ToArchive } from './ToArchive';

interface Options {
  readonly config: ArchiveConfig;
  /** What following archived logs may cost: the same as for live ones. */
  readonly limits: LogLimits;
  readonly database: DatabaseService;
  readonly scheduler: SchedulerService;
  readonly logger: LoggerService;
  readonly clock: Clock;
  readonly random: () => number;
  readonly copy: LiveCopy;
  readonly states: ContainerStates;
  /** Of `archivedKinds`. Belongs to the archive, which stops it. */
  readonly runs: LiveCopy & { stop(): Promise<void> };
  /** Of `scanKinds`. Belongs to the archive, too. */
  readonly scans: LiveCopy & { stop(): Promise<void> };
  readonly api: Pick<KubernetesApi, 'log'>;
  /** In place of the database. */
  readonly store: LogArchive | undefined;
}

interface Readers {
  readonly subjects: Subjects;
  readonly reader: SupplyChainReader<Sight>;
  readonly images: ImageReader<Sight>;
  readonly logs: LogReader<Sight>;
  readonly runLogs: LogReader<Sight, RunRef>;
}

interface ArchivedReaders extends Readers {
  /** Those that only the archive knows. */
  readonly runs: ArchivedRuns;
}

/** The archive put together: what fills it, what prunes it, and the readers that look into it. */
export class LogArchiving {
  readonly #options: Options;
  readonly #source: ArchivedContainers;
  readonly #containers: ContainerLogs;
  readonly #health: ArchiveHealth;
  readonly #kept: KeptBuilds;
  readonly #archivers: readonly Archiver[];
  readonly #retention: ArchiveRetention;
  readonly #life = new AbortController();
  #pruning: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    const { clock, config, copy, runs, scans } = options;
    const copies = { shown: copy, runs, scans };
    const database = new ArchiveDatabase(options.database);
    const archive = options.store ?? new DatabaseLogArchive(database, clock);
    const health = new ArchiveHealth(options);
    const index = new ArchiveIndex(database, clock);
    const claims = new BuildClaims({ database, clock, owner: randomUUID() });
    this.#options = options;
    this.#source = new ArchivedContainers(archive, health);
    this.#containers = new ContainerLogs({
      ...{ api: this.#source, states: this.#source },
      ...{ clock, random: options.random, limits: options.limits },
    });
    this.#health = health;
    this.#kept = new KeptBuilds({
      ...{ builds: index, copy, clock, health },
      goesOn: run => runGoesOn(copies, run),
    });
    const archiverOf = (things: ToArchive, states: ContainerStates) => {
      const builds = new BuildArchiver({
        ...options,
        ...{ things, states, archive, index, claims, health },
        maxLogBytes: config.maxLogBytes,
        maxAgeMs: config.limits.maxAgeMs,
      });
      return new Archiver({ ...options, things, index, builds, health });
    };
    this.#archivers = [
      archiverOf(kpackBuilds(copy, clock), options.states),
      archiverOf(
        tektonRuns(copies, clock),
        new LiveContainerStates(runs, archivedKinds.pod),
      ),
    ];
    this.#retention = new ArchiveRetention({
      ...{ database, archive, claims, clock, limits: config.limits },
    });
  }

  /** Milliseconds since the epoch since when the archive cannot be used; undefined when all is well. */
  get failingSince(): number | undefined {
    return this.#health.failingSince;
  }

  /** Builds and runs that are still to be looked at. */
  get waiting(): number {
    return this.#archivers.reduce((sum, each) => sum + each.waiting, 0);
  }

  /** Readers that look into the archive where what they read of has gone. */
  around({
    subjects,
    reader,
    images,
    logs,
    runLogs,
  }: Readers): ArchivedReaders {
    const kept = this.#kept;
    const found = new ArchivedSubjects(subjects, kept);
    const next = new NextBuilds(
      new KeptLogs(kept, this.#options.clock, this.#life.signal),
    );
    return {
      subjects: found,
      reader: new ArchivedSupplyChainReader(reader, kept, found, next),
      images: new ArchivedImageReader(images, next),
      logs: this.#logs(logs, (ref, signal) => kept.withLogs(ref, signal)),
      // One without a uid is not known to be the one that is kept.
      runLogs: this.#logs(runLogs, async (run, signal) =>
        run.uid === undefined ? undefined : kept.runWithLogs(run, signal),
      ),
      runs: new ArchivedRuns({
        ...{ kept, subjects: found },
        logs: this.#logs(noPods, (run, signal) =>
          kept.runWithLogs(run, signal),
        ),
      }),
    };
  }

  #logs<Of extends ObjectRef>(
    inner: LogReader<Sight, Of>,
    kept: (of: Of, signal: AbortSignal) => Promise<KeptBuild | undefined>,
  ): LogReader<Sight, Of> {
    const { clock, copy } = this.#options;
    const archived = { containers: this.#containers, source: this.#source };
    return new ArchivedLogReader({
      ...{ inner, kept, health: this.#health, clock },
      lost: new LostClusters(copy),
      readerOf: (build, because) => keptLogReader(build, because, archived),
    });
  }

  start(): void {
    for (const archiver of this.#archivers) archiver.start();
    this.#pruning = pruneRegularly(
      { ...this.#options, retention: this.#retention },
      this.#life.signal,
    );
  }

  /** For good. Resolves when every request, statement and timer has ended. */
  async stop(): Promise<void> {
    this.#life.abort(new Error('The archive stops'));
    await Promise.all([
      ...this.#archivers.map(archiver => archiver.stop()),
      ...[this.#containers.stop(), this.#pruning],
    ]);
    const { runs, scans } = this.#options;
    await Promise.all([runs.stop(), scans.stop()]);
  }
}
