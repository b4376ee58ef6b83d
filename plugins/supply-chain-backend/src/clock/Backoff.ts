/** Milliseconds. From client-go's reflector: soon again after a blip, no herd after an outage. */
const FROM_MS = 500;
const TO_MS = 30_000;

/** How long to wait before trying again: doubles up to a cap, half of it by chance so that many do not come back at once. */
export class Backoff {
  readonly #random: () => number;
  readonly #to: number;
  #failures = 0;

  constructor(random: () => number, to: number = TO_MS) {
    this.#random = random;
    this.#to = to;
  }

  next(): number {
    const ceiling = Math.min(this.#to, FROM_MS * 2 ** this.#failures);
    if (ceiling < this.#to) this.#failures += 1;
    return ceiling / 2 + (this.#random() * ceiling) / 2;
  }

  reset(): void {
    this.#failures = 0;
  }
}
