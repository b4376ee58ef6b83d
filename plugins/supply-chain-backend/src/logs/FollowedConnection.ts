import type { Clock } from '../clock/Clock';
import type { LostClusters } from '../service/LostClusters';
import { Bell } from './Bell';
import type { ContainerStates } from './ContainerStates';
import type { LogTarget } from './LogTarget';

/** ms that the log of a container stands still which has ended: its end does not come over this connection. */
const STILL_MS = 5_000;

/**
 * One connection that follows a container. The kubernetes plugin's proxy keeps our side open when the cluster's side has
 * broken (docs/decisions/dead-cluster-or-quiet-cluster.md): then it looks like that of a container that writes nothing, and
 * would for five minutes, after which fetch gives up.
 */
export class FollowedConnection {
  readonly #options;
  #heardAt = 0;
  /** Nothing is taken from it now. */
  #isPaused = false;

  constructor(options: {
    readonly target: LogTarget;
    readonly states: Pick<ContainerStates, 'of' | 'onChange'>;
    readonly clock: Clock;
    readonly lost: Pick<LostClusters, 'has' | 'lost'> | undefined;
  }) {
    this.#options = options;
  }

  /** Something came, and no more is taken until this resolves. */
  async takes(taken: Promise<void>): Promise<void> {
    this.#isPaused = true;
    await taken;
    this.#isPaused = false;
    this.#heardAt = this.#options.clock.now();
  }

  /**
   * Resolves when nothing more can come over it: its cluster was lost while it was open, or its container has ended and what
   * it wrote last has had the time to come. Rejects with the signal's reason.
   */
  dead(signal: AbortSignal): Promise<void> {
    return Promise.race([this.#lost(signal), this.#stillAfterEnd(signal)]);
  }

  #lost(signal: AbortSignal): Promise<void> {
    const { lost, target } = this.#options;
    // One that is opened to a lost cluster is a try.
    return !lost || lost.has(target.cluster)
      ? new Promise(() => undefined)
      : lost.lost(target.cluster, signal);
  }

  async #stillAfterEnd(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    await this.#ended(signal);
    const endedAt = clock.now();
    for (;;) {
      const stillSince = Math.max(endedAt, this.#heardAt);
      const left = stillSince + STILL_MS - clock.now();
      if (left <= 0 && !this.#isPaused) return;
      await clock.sleep(Math.max(left, 1_000), signal);
    }
  }

  async #ended(signal: AbortSignal): Promise<void> {
    const { states, target } = this.#options;
    const changed = new Bell();
    const unsubscribe = states.onChange(target.cluster, target.namespace, () =>
      changed.ring(),
    );
    try {
      while (!['ended', 'gone'].includes(states.of(target))) {
        await changed.next(signal);
      }
    } finally {
      unsubscribe();
    }
  }
}
