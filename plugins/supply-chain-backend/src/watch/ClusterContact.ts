import { Backoff } from '../clock/Backoff';
import type { Clock } from '../clock/Clock';
import { Deadline } from '../clock/Deadline';
import { Nap } from '../clock/Nap';
import { ClusterUnreachable } from '../clusters/errors/ClusterUnreachable';
import type { KubernetesApi } from '../clusters/KubernetesApi';

/**
 * Milliseconds without a word from any watch of the cluster until it is asked whether it is there. Needed because the
 * kubernetes plugin's proxy keeps our side of a watch open when the cluster's side breaks: we would wait for minutes.
 * Eleven watches, each with a bookmark a minute, are silent for longer about once in five minutes; see
 * docs/decisions/dead-cluster-or-quiet-cluster.md.
 */
const SILENCE_MS = 21_000;

/**
 * Milliseconds of silence that are long enough to ask when a person looks: with `ANSWER_MS.looked` a cluster that is gone is
 * named within five seconds, and one at which people look all the time answers `/version` 30 times a minute, however many
 * they are.
 */
const SILENCE_LOOKED_AT_MS = 2_000;

/**
 * Milliseconds for an answer after the first: `/version` is the smallest there is. The first may take as long as the door
 * allows, because a kubernetes plugin that has just started loads its client on the first request (seconds).
 */
const ANSWER_MS = { looked: 2_500, unasked: 4_000 };

/** Milliseconds at most between two looks at a cluster that does not answer: the one request it is sent meanwhile. */
const LOOK_AGAIN_MS = 10_000;

/** Whether one cluster answers at all: asked once for all its kinds. */
export class ClusterContact {
  readonly #api: KubernetesApi;
  readonly #cluster: string;
  readonly #clock: Clock;
  readonly #silenceMs: number;
  readonly #backoff: Backoff;
  readonly #nap: Nap;
  readonly #onLost = new Set<(error: ClusterUnreachable) => void>();
  readonly #waiting = new Set<() => void>();
  #state: 'asking' | 'good' | 'lost' = 'asking';
  #answered = false;
  #heardAt = 0;
  /** When a person last looked at what this cluster has. */
  #lookedAt = 0;

  constructor(options: {
    readonly api: KubernetesApi;
    readonly cluster: string;
    readonly clock: Clock;
    readonly random: () => number;
    /** In place of our own. */
    readonly silenceMs?: number | undefined;
  }) {
    this.#api = options.api;
    this.#cluster = options.cluster;
    this.#clock = options.clock;
    this.#silenceMs = options.silenceMs ?? SILENCE_MS;
    this.#backoff = new Backoff(options.random, LOOK_AGAIN_MS);
    this.#nap = new Nap(options.clock);
  }

  /** Something came from the cluster. */
  heard(): void {
    this.#heardAt = this.#clock.now();
  }

  /** A request failed in a way that may mean that the cluster is gone: find out now. */
  doubt(): void {
    if (this.#state !== 'good') return;
    this.#state = 'asking';
    this.#nap.wake();
  }

  /** A person looks at what this cluster has: what they see shall not be of a cluster that died a while ago. */
  look(): void {
    this.#lookedAt = this.#clock.now();
    if (this.#state === 'good') this.#nap.wake();
  }

  onLost(listener: (error: ClusterUnreachable) => void): () => void {
    this.#onLost.add(listener);
    return () => this.#onLost.delete(listener);
  }

  /** Resolves when the cluster answers, at once when that is not in doubt. */
  good(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      if (this.#state === 'good') {
        resolve();
        return;
      }
      const onAbort = () => {
        this.#waiting.delete(onGood);
        reject(signal.reason);
      };
      const onGood = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#waiting.add(onGood);
    });
  }

  /** Looks after the contact until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#ask(signal);
        // Read anew after each nap: a watch may have spoken, a doubt may have woken us.
        for (let left = this.#untilNextLook(); left > 0; ) {
          await this.#nap.sleep(left, signal);
          left = this.#state === 'good' ? this.#untilNextLook() : 0;
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
  }

  #untilNextLook(): number {
    switch (this.#state) {
      case 'asking':
        return 0;
      case 'lost':
        return this.#backoff.next();
      default:
        return this.#silentUntil() - this.#clock.now();
    }
  }

  /** Until when the cluster may say nothing. */
  #silentUntil(): number {
    const silence = this.#isLookedAt ? SILENCE_LOOKED_AT_MS : this.#silenceMs;
    return this.#heardAt + silence;
  }

  /** Since it has last said something. */
  get #isLookedAt(): boolean {
    return this.#lookedAt > this.#heardAt;
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const askedAt = this.#clock.now();
    const deadline = new Deadline(this.#clock, signal);
    if (this.#answered) {
      deadline.renew(this.#isLookedAt ? ANSWER_MS.looked : ANSWER_MS.unasked);
    }
    try {
      await this.#api.contact(this.#cluster, deadline.signal);
    } catch (error) {
      signal.throwIfAborted();
      // A word of a watch, while the answer is held up somewhere: it is there.
      if (!deadline.passed || this.#heardAt <= askedAt) {
        this.#lose(error);
        return;
      }
    } finally {
      deadline.end();
    }
    this.#answered = true;
    this.#state = 'good';
    this.#backoff.reset();
    this.heard();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resume of waiting) resume();
  }

  #lose(error: unknown): void {
    this.#state = 'lost';
    const unreachable =
      error instanceof ClusterUnreachable
        ? error
        : new ClusterUnreachable(
            { cluster: this.#cluster, verb: 'get', resource: 'version' },
            new Date(this.#clock.now()),
          );
    for (const listener of [...this.#onLost]) listener(unreachable);
  }
}
