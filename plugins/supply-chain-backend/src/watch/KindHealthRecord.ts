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
  /** As it was told last. A hundred open lists ask for the health of every kind some thousand times a second. */
  #view: KindHealth | undefined;

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

  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Whether the copy was complete at least once, and so what it holds is old rather than missing. */
  get everSeen(): boolean {
    return this.#seenAt !== undefined;
  }

  /** The cluster has just confirmed the copy. */
  seen(): void {
    this.#seenAt = this.#clock.now();
    this.#view = undefined;
  }

  /** What it held is given up: a later failure leaves nothing old to show. */
  forget(): void {
    this.#seenAt = undefined;
    this.#view = undefined;
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
    this.#view = undefined;
    if (!sameState) this.#since = since;
    this.#onChange();
  }

  /** The same object as long as it says the same. */
  view(resource: string, objects: number, unreadable: number): KindHealth {
    const before = this.#view;
    if (
      before?.resource === resource &&
      before.objects === objects &&
      before.unreadable === unreadable
    ) {
      return before;
    }
    const view: KindHealth = {
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
    this.#view = view;
    return view;
  }
}

/** Problems are small and made in one place, with their fields in one order. */
function sameProblem(a: Problem | undefined, b: Problem | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
