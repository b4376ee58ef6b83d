import { randomUUID } from 'node:crypto';
import type {
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { LogArchive } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Clock } from '../clock/Clock';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { ContainerStates } from '../logs/ContainerStates';
import { ContainerLogs } from '../logs/ContainerLogs';
import type { LogLimits } from '../logs/LogLimits';
import type { LogReader } from '../logs/LogReader';
import type { Sight } from '../service/Sight';
import type { Subjects } from '../service/Subjects';
import type { SupplyChainReader } from '../service/SupplyChainReader';
import type { LiveCopy } from '../watch/LiveCopy';
import { ArchiveDatabase } from './ArchiveDatabase';
import { ArchivedContainers } from './ArchivedContainers';
import { ArchivedLogReader } from './ArchivedLogReader';
import { ArchivedSubjects } from './ArchivedSubjects';
import { ArchivedSupplyChainReader } from './ArchivedSupplyChainReader';
import { ArchiveHealth } from './ArchiveHealth';
import { ArchiveIndex } from './ArchiveIndex';
import { Archiver } from './Archiver';
import { ArchiveRetention } from './ArchiveRetention';
import { BuildArchiver } from './BuildArchiver';
import { BuildClaims } from './BuildClaims';
import { DatabaseLogArchive } from './DatabaseLogArchive';
import { KeptBuilds } from './KeptBuilds';
import { keptLogReader } from './keptLogReader';
import { pruneRegularly } from './pruneRegularly';
import type { ArchiveConfig } from './readArchiveConfig';

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
  readonly api: Pick<KubernetesApi, 'log'>;
  /** In place of the database. */
  readonly store: LogArchive | undefined;
}

interface Readers {
  readonly subjects: Subjects;
  readonly reader: SupplyChainReader<Sight>;
  readonly logs: LogReader<Sight>;
}

/** The archive put together: what fills it, what prunes it, and the readers that look into it. */
export class LogArchiving {
  readonly #options: Options;
  readonly #source: ArchivedContainers;
  readonly #containers: ContainerLogs;
  readonly #health: ArchiveHealth;
  readonly #kept: KeptBuilds;
  readonly #archiver: Archiver;
  readonly #retention: ArchiveRetention;
  readonly #life = new AbortController();
  #pruning: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    const { clock, config, copy } = options;
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
    this.#kept = new KeptBuilds({ builds: index, copy, clock, health });
    const builds = new BuildArchiver({
      ...options,
      ...{ archive, index, claims, health },
      maxLogBytes: config.maxLogBytes,
      maxAgeMs: config.limits.maxAgeMs,
    });
    this.#archiver = new Archiver({ ...options, index, builds, health });
    this.#retention = new ArchiveRetention({
      ...{ database, archive, claims, clock, limits: config.limits },
    });
  }

  /** Milliseconds since the epoch since when the archive cannot be used; undefined when all is well. */
  get failingSince(): number | undefined {
    return this.#health.failingSince;
  }

  /** Builds that are still to be looked at. */
  get waiting(): number {
    return this.#archiver.waiting;
  }

  /** Readers that look into the archive where what they read of has gone. */
  around({ subjects, reader, logs }: Readers): Readers {
    const { clock } = this.#options;
    const found = new ArchivedSubjects(subjects, this.#kept);
    const archived = { containers: this.#containers, source: this.#source };
    return {
      subjects: found,
      reader: new ArchivedSupplyChainReader(reader, this.#kept, found),
      logs: new ArchivedLogReader({
        ...{ inner: logs, kept: this.#kept, health: this.#health, clock },
        readerOf: kept => keptLogReader(kept, archived),
      }),
    };
  }

  start(): void {
    this.#archiver.start();
    this.#pruning = pruneRegularly(
      { ...this.#options, retention: this.#retention },
      this.#life.signal,
    );
  }

  /** For good. Resolves when every request, statement and timer has ended. */
  async stop(): Promise<void> {
    this.#life.abort(new Error('The archive stops'));
    await Promise.all([
      ...[this.#archiver.stop(), this.#containers.stop()],
      this.#pruning,
    ]);
  }
}
