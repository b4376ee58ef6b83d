import type { Clock } from '../clock/Clock';
import { orAborted } from '../clock/orAborted';
import type { KubernetesDiscovery } from '../clusters/KubernetesDiscovery';
import type { ResourceId } from '../clusters/ResourceId';

/**
 * Milliseconds, up to a minute more by chance, between two looks for kinds that a cluster does not have: CRDs are
 * installed rarely, and a cluster without kpack must not be asked for each of its kinds for ever.
 */
const LOOK_MS = { from: 150_000, more: 60_000 };

interface ServedKindsOptions {
  readonly discovery: KubernetesDiscovery;
  readonly cluster: string;
  readonly clock: Clock;
  readonly random: () => number;
  /** The cluster has answered. */
  readonly onAnswer: () => void;
  /** Of the copy of this cluster. */
  readonly life: AbortSignal;
}

/** Waits for kinds that one cluster does not have (yet): one question for all of a group. */
export class ServedKinds {
  readonly #options: ServedKindsOptions;
  readonly #rounds = new Map<
    string,
    Promise<ReadonlySet<string> | undefined>
  >();

  constructor(options: ServedKindsOptions) {
    this.#options = options;
  }

  /** Resolves when the cluster has the kind, or when only asking for the kind itself can tell; rejects with the signal. */
  async wait(resource: ResourceId, signal: AbortSignal): Promise<void> {
    for (;;) {
      const served = await orAborted(this.#nextRound(resource), signal);
      if (!served || served.has(resource.plural)) return;
    }
  }

  #nextRound(group: ResourceId): Promise<ReadonlySet<string> | undefined> {
    const key = `${group.group}/${group.version}`;
    let round = this.#rounds.get(key);
    if (!round) {
      round = this.#look(group).finally(() => this.#rounds.delete(key));
      this.#rounds.set(key, round);
      // Those who waited may have left before it fails.
      round.catch(() => undefined);
    }
    return round;
  }

  async #look(group: ResourceId): Promise<ReadonlySet<string> | undefined> {
    const { clock, cluster, discovery, life, onAnswer, random } = this.#options;
    await clock.sleep(LOOK_MS.from + random() * LOOK_MS.more, life);
    try {
      const served = await discovery.served(cluster, group, life);
      onAnswer();
      return served;
    } catch {
      life.throwIfAborted();
      return undefined;
    }
  }
}
