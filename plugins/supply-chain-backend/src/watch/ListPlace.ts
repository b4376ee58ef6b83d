import type { Clock } from '../clock/Clock';

/** Milliseconds without a byte after which a list counts as waiting for its cluster: ten times an ordinary answer's. */
const SILENT_MS = 500;

/** One list's place among those that may be under way (`ListPlaces`). */
export class ListPlace {
  readonly cluster: string;
  readonly #clock: Clock;
  readonly #on: {
    readonly onSilence: () => void;
    readonly onLeave: () => void;
  };
  readonly #life = new AbortController();
  #heardAt: number;
  #isSilent = false;

  constructor(
    cluster: string,
    clock: Clock,
    on: { readonly onSilence: () => void; readonly onLeave: () => void },
  ) {
    this.cluster = cluster;
    this.#clock = clock;
    this.#on = on;
    this.#heardAt = clock.now();
    this.#listen();
  }

  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** Something came. It may be one too many for a moment: nobody is stopped who has begun. */
  heard(): void {
    this.#heardAt = this.#clock.now();
    if (!this.#isSilent) return;
    this.#isSilent = false;
    this.#listen();
  }

  /** The list is over, however it ended. */
  leave(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    this.#on.onLeave();
  }

  #listen(): void {
    const left = this.#heardAt + SILENT_MS - this.#clock.now();
    this.#clock.sleep(Math.max(0, left), this.#life.signal).then(
      () => {
        if (this.#clock.now() - this.#heardAt < SILENT_MS) {
          this.#listen();
          return;
        }
        this.#isSilent = true;
        this.#on.onSilence();
      },
      () => undefined,
    );
  }
}
