import type { LiveStream } from '../http/LiveStream.ts';
import type { Clock } from '../state/Clock.ts';

/** Small enough to look like a slow network, large enough not to keep the machine busy. */
const TICK_MS = 50;

/** Writes to a stream at a given pace; for the fault of slow log bodies. */
export class Trickle {
  readonly #stream: LiveStream;
  readonly #clock: Clock;
  readonly #bytesPerTick: number;
  readonly #queue: Buffer[] = [];
  #cancel: (() => void) | undefined;
  #ending = false;

  constructor(stream: LiveStream, clock: Clock, bytesPerSecond: number) {
    this.#stream = stream;
    this.#clock = clock;
    this.#bytesPerTick = Math.max(
      1,
      Math.round((bytesPerSecond * TICK_MS) / 1000),
    );
    stream.onClose(() => this.#cancel?.());
  }

  write(bytes: Buffer): void {
    this.#queue.push(bytes);
    this.#schedule();
  }

  /** Ends the stream once all is written. */
  end(): void {
    this.#ending = true;
    this.#schedule();
  }

  #schedule(): void {
    this.#cancel ??= this.#clock.after(TICK_MS, () => this.#tick());
  }

  #tick(): void {
    this.#cancel = undefined;
    if (this.#stream.closed) return;
    let room = this.#bytesPerTick;
    for (let next = this.#queue[0]; next && room > 0; next = this.#queue[0]) {
      const part = next.subarray(0, room);
      this.#stream.write(part);
      room -= part.length;
      if (part.length === next.length) this.#queue.shift();
      else this.#queue[0] = next.subarray(part.length);
    }
    if (this.#queue.length > 0) this.#schedule();
    else if (this.#ending) this.#stream.end();
  }
}
