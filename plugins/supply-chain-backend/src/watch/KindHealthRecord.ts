import type {
  KindHealth,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';

/** How far one kind's copy can be trusted, and since when. Tells when that changes, not each time it is confirmed. */
export class KindHealthRecord {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #state: KindHealth['state'] = 'loading';
  #since: number;
  #seenAt: number | undefined;
  #problem: Problem | undefined;

  constructor(
    clock: Clock,
    onChange: () => void,
    problem?: Problem | undefined,
  ) {
    this.#clock = clock;
    this.#onChange = onChange;
    this.#since = clock.now();
    this.#problem = problem;
  }

  get state(): KindHealth['state'] {
    return this.#state;
  }

  /** Whether the copy was complete at least once, and so what it holds is old rather than missing. */
  get everSeen(): boolean {
    return this.#seenAt !== undefined;
  }

  /** The cluster has just confirmed the copy. */
  seen(): void {
    this.#seenAt = this.#clock.now();
  }

  /** What it held is given up: a later failure leaves nothing old to show. */
  forget(): void {
    this.#seenAt = undefined;
  }

  become(
    state: KindHealth['state'],
    problem?: Problem | undefined,
    since: number = this.#clock.now(),
  ): void {
    const sameState = state === this.#state;
    if (sameState && sameProblem(problem, this.#problem)) return;
    this.#state = state;
    this.#problem = problem;
    if (!sameState) this.#since = since;
    this.#onChange();
  }

  view(resource: string, objects: number, unreadable: number): KindHealth {
    return {
      resource,
      state: this.#state,
      since: new Date(this.#since).toISOString(),
      ...(this.#seenAt === undefined
        ? {}
        : { seenAt: new Date(this.#seenAt).toISOString() }),
      objects,
      unreadable,
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
    };
  }
}

/** Problems are small and made in one place, with their fields in one order. */
function sameProblem(a: Problem | undefined, b: Problem | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
