const NANOS_PER_MS = 1_000_000n;

interface Anchor {
  readonly recorded: bigint;
  readonly live: bigint;
  readonly speed: number;
}

/**
 * Maps recorded instants to live ones while a script is played. Every played change is an anchor;
 * an instant between two anchors keeps its place between them. The same instant always gives the
 * same answer, and no answer lies in the future of the anchor that named it.
 */
export class LiveTime {
  readonly #anchors: Anchor[] = [];

  /** What happened at `recorded` (ms) happens now, at `live` (ms). */
  anchor(recorded: number, live: number, speed: number): void {
    this.#anchors.push({
      recorded: BigInt(Math.trunc(recorded)) * NANOS_PER_MS,
      live: BigInt(Math.trunc(live)) * NANOS_PER_MS,
      speed,
    });
  }

  /** For `moveInstants`. */
  readonly shift = (nanos: bigint): bigint => {
    const before = this.#anchors.findLast(a => a.recorded <= nanos);
    const anchor = before ?? this.#anchors[0];
    if (!anchor) return nanos;
    const elapsed = BigInt(
      Math.round(Number(nanos - anchor.recorded) / anchor.speed),
    );
    const after = before && this.#anchors[this.#anchors.indexOf(before) + 1];
    const live = anchor.live + elapsed;
    return after && live > after.live ? after.live : live;
  };
}
