import type { Clock } from './Clock';

/**
 * A signal that follows its parent, and aborts by itself when it was not renewed in time.
 * Whoever makes one ends it, so that neither timer nor listener stays.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #clock: Clock;
  readonly #parent: AbortSignal;
  #timer: AbortController | undefined;
  #wakesAt = 0;
  #until = Infinity;
  #passed = false;

  constructor(clock: Clock, parent: AbortSignal) {
    this.#clock = clock;
    this.#parent = parent;
    if (parent.aborted) this.#followParent();
    else parent.addEventListener('abort', this.#followParent, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** True when it was time, not the parent, that aborted. */
  get passed(): boolean {
    return this.#passed;
  }

  /** Another `ms` from now, whatever was left; `Infinity` waits for the parent alone. */
  renew(ms: number): void {
    if (this.signal.aborted) return;
    this.#until = this.#clock.now() + ms;
    // A timer that wakes too early only looks again: renewing for each of a thousand events costs one timer.
    if (this.#timer && this.#wakesAt <= this.#until) return;
    this.#arm();
  }

  /** Aborts at once, for a reason of the owner's own. */
  fail(reason: Error): void {
    this.end();
    this.#controller.abort(reason);
  }

  /** No more aborting by time or parent. */
  end(): void {
    this.#timer?.abort();
    this.#timer = undefined;
    this.#until = Infinity;
    this.#parent.removeEventListener('abort', this.#followParent);
  }

  #arm(): void {
    this.#timer?.abort();
    this.#timer = undefined;
    if (this.#until === Infinity) return;
    const timer = new AbortController();
    this.#timer = timer;
    this.#wakesAt = this.#until;
    this.#clock
      .sleep(Math.max(0, this.#until - this.#clock.now()), timer.signal)
      .then(
        () => this.#wake(),
        () => undefined,
      );
  }

  #wake(): void {
    this.#timer = undefined;
    if (this.#clock.now() < this.#until) {
      this.#arm();
      return;
    }
    this.#passed = true;
    this.end();
    this.#controller.abort(new Error('The time given for an answer is over'));
  }

  readonly #followParent = () => {
    this.end();
    this.#controller.abort(this.#parent.reason);
  };
}
