import type { Clock } from '../clock/Clock';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import { ContainerLog } from './ContainerLog';
import type { ContainerStates } from './ContainerStates';
import type { LogSource } from './LogSource';
import type { LogTarget } from './LogTarget';

/** After the last viewer, so that a page that loads again finds its stream; the upstream has to be closed within 1 s. */
export const LINGER_MS = 500;

/** How long a whole log is kept after its last viewer: a person goes back and forth between steps. No upstream is open. */
export const WHOLE_KEPT_MS = 30_000;

/** Whole logs kept without a viewer, in characters. */
export const WHOLE_KEPT_CHARS = 64 * 1024 * 1024;

interface Shared {
  readonly log: ContainerLog;
  readonly life: AbortController;
  viewers: number;
  leaving: AbortController | undefined;
}

/** One reading a container, shared by everybody who looks at it with the same rights. */
export class ContainerLogs {
  readonly #open = new Map<string, Shared>();
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(
    private readonly options: {
      readonly api: Pick<KubernetesApi, 'log'>;
      readonly states: ContainerStates;
      readonly clock: Clock;
      readonly random: () => number;
    },
  ) {}

  /**
   * Call `release` when done; the last one closes the upstream. With a source, the log is read as its owner and shared with
   * nobody else.
   */
  open(
    target: LogTarget,
    source?: LogSource,
  ): { log: ContainerLog; release: () => void } {
    const key = JSON.stringify([source?.owner, ...Object.values(target)]);
    const shared = this.#open.get(key) ?? this.#start(key, target, source);
    shared.viewers += 1;
    shared.leaving?.abort();
    shared.leaving = undefined;
    let released = false;
    return {
      log: shared.log,
      release: () => {
        if (released) return;
        released = true;
        shared.viewers -= 1;
        if (shared.viewers === 0) this.#leave(key, shared);
      },
    };
  }

  /** How many containers are read or held. */
  get size(): number {
    return this.#open.size;
  }

  /** How many read them now. */
  get viewers(): number {
    let viewers = 0;
    for (const shared of this.#open.values()) viewers += shared.viewers;
    return viewers;
  }

  /** For good. Resolves when every upstream and timer has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const [key, shared] of this.#open) {
      shared.leaving?.abort();
      this.#drop(key, shared);
    }
    await Promise.all(this.#running);
  }

  #start(
    key: string,
    target: LogTarget,
    source: LogSource | undefined,
  ): Shared {
    const life = new AbortController();
    const log = new ContainerLog({ ...this.options, ...source, target });
    const shared: Shared = { log, life, viewers: 0, leaving: undefined };
    this.#open.set(key, shared);
    if (this.#stopped) life.abort();
    this.#track(
      log.run(life.signal).then(() => {
        // What could not be read is asked for again by the next who looks.
        if (!log.complete) this.#forget(key, shared);
      }),
    );
    return shared;
  }

  #leave(key: string, shared: Shared): void {
    const leaving = new AbortController();
    shared.leaving = leaving;
    const { clock } = this.options;
    const keeps = shared.log.complete && this.#keptChars() < WHOLE_KEPT_CHARS;
    this.#track(
      clock.sleep(keeps ? WHOLE_KEPT_MS : LINGER_MS, leaving.signal).then(
        () => this.#drop(key, shared),
        () => undefined,
      ),
    );
  }

  #keptChars(): number {
    return [...this.#open.values()]
      .filter(each => each.viewers === 0)
      .reduce((sum, each) => sum + each.log.chars, 0);
  }

  #drop(key: string, shared: Shared): void {
    this.#forget(key, shared);
    shared.life.abort(new Error('Nobody looks at this log any more'));
  }

  #forget(key: string, shared: Shared): void {
    if (this.#open.get(key) === shared) this.#open.delete(key);
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }
}
