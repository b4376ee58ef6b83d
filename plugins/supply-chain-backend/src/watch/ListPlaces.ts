import type { Clock } from '../clock/Clock';
import { ListPlace } from './ListPlace';

/** Lists under way at a time: as many as keep the process busy with parsing while others wait for their cluster. */
const PLACES = 4;
/** Of one cluster: a list is the dearest question to its API server, and others want places, too. */
const PLACES_OF_A_CLUSTER = 2;

interface Waiting {
  readonly cluster: string;
  readonly enter: (place: ListPlace) => void;
}

/**
 * How many lists there may be at a time, over all clusters and kinds, in the order in which they were asked for. A list
 * to which nothing comes has its place only against others of its cluster: one that is dead or slow holds up nobody else.
 */
export class ListPlaces {
  readonly #clock: Clock;
  readonly #taken = new Set<ListPlace>();
  #waiting: readonly Waiting[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when there is a place; whoever gets one leaves it. Rejects when the signal aborts. */
  enter(cluster: string, signal: AbortSignal): Promise<ListPlace> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const giveUp = () => {
        this.#waiting = this.#waiting.filter(each => each !== waiting);
        reject(signal.reason);
      };
      const waiting: Waiting = {
        cluster,
        enter: place => {
          signal.removeEventListener('abort', giveUp);
          resolve(place);
        },
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting = [...this.#waiting, waiting];
      this.#admit();
    });
  }

  #admit(): void {
    for (;;) {
      const next = this.#waiting.find(each => this.#hasPlaceFor(each.cluster));
      if (!next) return;
      this.#waiting = this.#waiting.filter(each => each !== next);
      const place: ListPlace = new ListPlace(next.cluster, this.#clock, {
        onSilence: () => this.#admit(),
        onLeave: () => {
          this.#taken.delete(place);
          this.#admit();
        },
      });
      this.#taken.add(place);
      next.enter(place);
    }
  }

  #hasPlaceFor(cluster: string): boolean {
    const taken = [...this.#taken];
    return (
      taken.filter(place => !place.isSilent).length < PLACES &&
      taken.filter(place => place.cluster === cluster).length <
        PLACES_OF_A_CLUSTER
    );
  }
}
