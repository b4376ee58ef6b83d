import type { LiveEnvironment } from './LiveEnvironment';

/** Streams in a row that break off soon, until polling takes over. */
const TROUBLES = 3;
/** ms, first and longest time of polling until a stream is tried again; doubled in between, each with jitter. */
const POLLS_FOR = { from: 60_000, to: 15 * 60_000 } as const;

/** Whether streams come through here. Known for the whole tab, and kept when its topics change. */
export class StreamHealth {
  private troubles = 0;
  /** Times that polling took over since a stream last worked. */
  private turns = 0;
  private pollsUntil = 0;

  constructor(
    private readonly environment: Pick<LiveEnvironment, 'now' | 'random'>,
  ) {}

  /** For now, ask. */
  get polls(): boolean {
    return this.environment.now() < this.pollsUntil;
  }

  /** A stream told something and lasted. */
  worked(): void {
    this.troubles = 0;
    this.turns = 0;
  }

  /** A stream broke off soon: once is chance, again and again is a proxy. */
  brokeOff(): void {
    this.troubles += 1;
    if (this.troubles >= TROUBLES) this.heldBack();
  }

  /** Nothing comes through a stream, or something else answers in its place. */
  heldBack(): void {
    // One more trouble after this turn of polling is enough for the next.
    this.troubles = TROUBLES - 1;
    const full = Math.min(POLLS_FOR.to, POLLS_FOR.from * 2 ** this.turns);
    this.turns += 1;
    this.pollsUntil =
      this.environment.now() + full * (0.5 + this.environment.random() / 2);
  }

  /** Polling does not work either: it is not the streams. */
  nothingWorks(): void {
    this.troubles = 0;
    this.pollsUntil = 0;
  }
}
