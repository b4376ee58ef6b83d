import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { orAborted } from '../clock/orAborted';
import { resourceName } from '../clusters/resourceName';
import { runKindOf } from '../logs/runs/runKindOf';
import type { RunRef } from '../logs/runs/RunRef';
import { clusterCopies } from '../service/clusterCopies';
import { watchedKinds } from '../service/watchedKinds';
import type { LiveCopy } from '../watch/LiveCopy';
import type { ArchivedBuild } from './ArchivedBuild';
import type { ArchivedBuilds } from './ArchivedBuilds';
import type { ArchivedLog } from './ArchivedLog';
import type { ArchiveHealth } from './ArchiveHealth';
import { ArchiveUnavailable } from './ArchiveUnavailable';
import type { KeptBuild } from './KeptBuild';
import { keptInParts } from './keptInParts';

const BUILDS = resourceName(watchedKinds.build.resource);

/** Milliseconds that a reader waits for the database. One that is there answers in some; one that is down may never. */
const PATIENCE_MS = 5_000;

/**
 * What readers may find in the archive. Nothing of clusters that are not read for all now: of them each person's own rights
 * decide, which the archive does not know, also where something was archived before that.
 */
export class KeptBuilds {
  constructor(
    private readonly options: {
      readonly builds: ArchivedBuilds;
      readonly copy: Pick<LiveCopy, 'clusters' | 'kind'>;
      readonly clock: Pick<Clock, 'sleep'>;
      readonly health: ArchiveHealth;
      /** Whether a run that is kept in parts is known to go on. */
      readonly goesOn?: ((run: RunRef) => boolean) | undefined;
    },
  ) {}

  /** The build that has this name, else the last one that had it. Throws `ArchiveUnavailable`. */
  async named(
    ref: ObjectRef,
    signal: AbortSignal,
  ): Promise<ArchivedBuild | undefined> {
    const { builds, copy } = this.options;
    const { cluster, namespace, name } = ref;
    if (!this.#isShared(cluster)) return undefined;
    const live = clusterCopies(copy, cluster).build.get(namespace, name);
    const uid = live?.meta.uid;
    if (live && !uid) return undefined;
    return this.#patiently(ref, signal, () =>
      uid
        ? builds.find({ cluster, namespace, uid }, signal)
        : builds.named({ ...ref, resource: BUILDS }, signal),
    );
  }

  /** The run of this uid; without one the last that had the name. Throws `ArchiveUnavailable`. */
  async run(
    run: RunRef,
    signal: AbortSignal,
  ): Promise<ArchivedBuild | undefined> {
    const { builds } = this.options;
    const { cluster, namespace, resource, uid } = run;
    const kind = runKindOf(resource);
    if (!this.#isShared(cluster) || !kind) return undefined;
    if (kind !== 'TaskRun') {
      return (await this.#whole(run, signal, () => []))?.build;
    }
    return this.#patiently(run, signal, () =>
      uid === undefined
        ? builds.named(run, signal)
        : builds.find({ cluster, namespace, uid }, signal),
    );
  }

  /** With what is known of its logs. Throws `ArchiveUnavailable`. */
  async withLogs(
    ref: ObjectRef,
    signal: AbortSignal,
  ): Promise<KeptBuild | undefined> {
    return this.#withLogs(ref, await this.named(ref, signal), signal);
  }

  /** The same of a run. Throws `ArchiveUnavailable`. */
  async runWithLogs(
    run: RunRef,
    signal: AbortSignal,
  ): Promise<KeptBuild | undefined> {
    return runKindOf(run.resource) === 'TaskRun'
      ? this.#withLogs(run, await this.run(run, signal), signal)
      : this.#whole(run, signal, build =>
          this.options.builds.logs(build, signal),
        );
  }

  async #whole(
    run: RunRef,
    signal: AbortSignal,
    logsOf: (
      build: ArchivedBuild,
    ) => readonly ArchivedLog[] | Promise<readonly ArchivedLog[]>,
  ): Promise<KeptBuild | undefined> {
    const { builds, goesOn = () => false } = this.options;
    if (!this.#isShared(run.cluster)) return undefined;
    const parts = await this.#patiently(run, signal, async () =>
      Promise.all(
        (
          await builds.parts(run, signal)
        ).map(async build => ({
          build,
          logs: await logsOf(build),
        })),
      ),
    );
    const [first, ...others] = parts;
    return first && keptInParts(run, [first, ...others], goesOn(run));
  }

  async #withLogs(
    ref: ObjectRef,
    build: ArchivedBuild | undefined,
    signal: AbortSignal,
  ): Promise<KeptBuild | undefined> {
    if (!build) return undefined;
    const logs = await this.#patiently(ref, signal, () =>
      this.options.builds.logs(build, signal),
    );
    return { build, logs };
  }

  /** Of a kpack Image, the newest first, without those of these names. Throws `ArchiveUnavailable`. */
  async ofImage(
    image: ObjectRef,
    signal: AbortSignal,
    without: readonly string[] = [],
  ): Promise<readonly ArchivedBuild[]> {
    if (!this.#isShared(image.cluster)) return [];
    return this.#patiently(image, signal, () =>
      this.options.builds.ofImage(image, signal, without),
    );
  }

  #isShared(cluster: string): boolean {
    const { copy } = this.options;
    const state = copy.clusters().find(({ name }) => name === cluster);
    return state?.access === 'shared';
  }

  async #patiently<T>(
    ref: ObjectRef,
    signal: AbortSignal,
    ask: () => Promise<T>,
  ): Promise<T> {
    const { clock, health } = this.options;
    const over = new AbortController();
    const late = clock
      .sleep(PATIENCE_MS, AbortSignal.any([signal, over.signal]))
      .then(() => Promise.reject(new Error('The database does not answer')));
    late.catch(() => undefined);
    try {
      return await orAborted(Promise.race([ask(), late]), signal);
    } catch (error) {
      signal.throwIfAborted();
      health.failed(error);
      throw new ArchiveUnavailable(ref);
    } finally {
      over.abort();
    }
  }
}
