import { Backoff } from '../clock/Backoff';
import type { Clock } from '../clock/Clock';
import { Nap } from '../clock/Nap';
import { isKubernetesError } from '../clusters/errors/KubernetesError';
import type { CopyChange } from '../watch/CopyChange';
import type { ArchiveHealth } from './ArchiveHealth';
import type { ArchiveIndex } from './ArchiveIndex';
import type { Archived, BuildArchiver } from './BuildArchiver';
import { BuildQueue, type BuildTask } from './BuildQueue';
import type { ToArchive } from './ToArchive';

/** Milliseconds: far below the shortest idle stop of the live copy (a minute), which must not end while logs are to be kept. */
const KEEP_AWAKE_MS = 20_000;

interface ArchiverOptions {
  readonly things: Omit<ToArchive, 'find'>;
  readonly index: Pick<ArchiveIndex, 'settled' | 'unsettled' | 'probe'>;
  readonly builds: Pick<BuildArchiver, 'archive'>;
  readonly health: ArchiveHealth;
  readonly clock: Clock;
  readonly random: () => number;
}

/** Looks at each build or run that changes, in every cluster that is read for all, and has archived what there is to archive of it. */
export class Archiver {
  readonly #options: ArchiverOptions;
  readonly #nap: Nap;
  readonly #queue: BuildQueue;
  /** Uids, by cluster, of builds of which nothing more is wanted; loaded before the first build of a cluster. */
  readonly #settled = new Map<string, Promise<Set<string>>>();
  /** Builds that the copy does not know enough of, by cluster. */
  readonly #unsure = new Map<string, Set<string>>();
  readonly #running = new Set<Promise<void>>();
  readonly #life = new AbortController();
  readonly #probes: Backoff;
  #probeAt = 0;
  #loop: Promise<void> = Promise.resolve();

  constructor(options: ArchiverOptions) {
    this.#options = options;
    this.#nap = new Nap(options.clock);
    this.#queue = new BuildQueue(() => new Backoff(options.random));
    this.#probes = new Backoff(options.random);
  }

  /** Builds that are still to be looked at, or looked at again. */
  get waiting(): number {
    return this.#queue.size;
  }

  start(): void {
    this.#loop = this.#run(this.#life.signal);
  }

  /** For good. Resolves when every request and timer has ended. */
  async stop(): Promise<void> {
    this.#life.abort(new Error('The archiver has stopped'));
    await this.#loop;
    await Promise.all(this.#running);
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { clock, things } = this.#options;
    const unsubscribe = things.onChange(change => this.#heard(change));
    try {
      while (!signal.aborted) {
        things.touch();
        const now = clock.now();
        this.#probeWhileFailing(now, signal);
        for (const task of this.#queue.takeDue(now)) {
          this.#track(this.#work(task, signal));
        }
        const wait = Math.max(0, this.#queue.nextDue - now);
        await this.#nap.sleep(Math.min(wait, KEEP_AWAKE_MS), signal);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      unsubscribe();
    }
  }

  #heard(change: CopyChange): void {
    const { things } = this.#options;
    if (change.what === 'clusters') {
      const names = new Set(things.clusters());
      for (const known of [this.#settled, this.#unsure]) {
        for (const cluster of known.keys()) {
          if (!names.has(cluster)) known.delete(cluster);
        }
      }
      return;
    }
    const { cluster, resource } = change;
    if (change.what === 'objects') {
      const { index } = things.pods;
      // Of a pod's entries in the indexes of the live copy.
      const ofThing = `${index}\n`;
      if (resource === things.resource) {
        for (const key of change.keys) this.#queue.mark(cluster, key);
      } else if (resource === things.pods.resource) {
        for (const entry of change.indexed) {
          if (!entry.startsWith(ofThing)) continue;
          this.#queue.mark(cluster, entry.slice(ofThing.length));
        }
      } else return;
    } else {
      const unsure = this.#unsure.get(cluster);
      if (!unsure || !things.isKnown(cluster)) return;
      this.#unsure.delete(cluster);
      for (const key of unsure) this.#queue.mark(cluster, key);
    }
    this.#nap.wake();
  }

  async #work(task: BuildTask, signal: AbortSignal): Promise<void> {
    const { builds, clock, health, things } = this.#options;
    const { cluster, namespace, name } = task;
    let done: Archived;
    try {
      const settled = await this.#settledOf(cluster, signal);
      const uid = things.uid({ cluster, namespace, name });
      done =
        uid !== undefined && settled.has(uid)
          ? { kind: 'settled', uid }
          : await builds.archive({ cluster, namespace, name }, signal);
      if (done.kind === 'settled') settled.add(done.uid);
    } catch (error) {
      if (signal.aborted) return;
      if (!isKubernetesError(error)) health.failed(error);
      this.#queue.failed(task, clock.now());
      return;
    }
    if (done.kind === 'again') {
      this.#queue.again(task, clock.now(), done.afterMs);
      return;
    }
    if (done.kind === 'unsure') {
      const unsure = this.#unsure.get(cluster) ?? new Set();
      this.#unsure.set(cluster, unsure.add(`${namespace}/${name}`));
    }
    this.#queue.done(task);
  }

  #settledOf(cluster: string, signal: AbortSignal): Promise<Set<string>> {
    let settled = this.#settled.get(cluster);
    if (!settled) {
      settled = this.#load(cluster, signal);
      this.#settled.set(cluster, settled);
      // Asked again by the next build.
      settled.catch(() => this.#settled.delete(cluster));
    }
    return settled;
  }

  /** Also comes back to what was begun before this replica started, of which nothing may change any more. */
  async #load(cluster: string, signal: AbortSignal): Promise<Set<string>> {
    const { index, things } = this.#options;
    const settled = new Set(await index.settled(cluster, signal));
    for (const { namespace, name } of await index.unsettled(
      ...([cluster, things.resource, signal] as const),
    )) {
      this.#queue.mark(cluster, `${namespace}/${name}`);
    }
    return settled;
  }

  /** The archive is asked whether it works again also when there is nothing to archive, as long as it is said that it does not. */
  #probeWhileFailing(now: number, signal: AbortSignal): void {
    const { health, index } = this.#options;
    if (health.failingSince === undefined) {
      this.#probes.reset();
      this.#probeAt = now;
    } else if (now >= this.#probeAt && this.#queue.size === 0) {
      this.#probeAt = now + this.#probes.next();
      this.#track(
        index.probe(signal).then(
          () => health.worked(),
          () => undefined,
        ),
      );
    }
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => {
      this.#running.delete(tracked);
      this.#nap.wake();
    });
    this.#running.add(tracked);
  }
}
