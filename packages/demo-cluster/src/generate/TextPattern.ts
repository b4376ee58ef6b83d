import type { Particulars } from './Particulars.ts';
import type { Slot } from './Slot.ts';
import { slotValue } from './slotValue.ts';

/** A text with slots: pieces that stay, and between them what differs. Made once, filled in for every workload. */
export class TextPattern {
  readonly #pieces: readonly string[];
  /** For the place after each piece but the last: which of the different slots stands there. */
  readonly #places: readonly number[];
  readonly #slots: readonly Slot[];

  constructor(parts: readonly (string | Slot)[]) {
    const pieces: string[] = [];
    const places: number[] = [];
    const slots: Slot[] = [];
    const known = new Map<string, number>();
    let open = '';
    for (const part of parts) {
      if (typeof part === 'string') {
        open += part;
        continue;
      }
      // A slot that comes a hundred times in a pod is worked out once.
      const key =
        part.kind === 'digestOf' ? String(places.length) : JSON.stringify(part);
      let place = known.get(key);
      if (place === undefined) known.set(key, (place = slots.push(part) - 1));
      pieces.push(open);
      places.push(place);
      open = '';
    }
    this.#pieces = [...pieces, open];
    this.#places = places;
    this.#slots = slots;
  }

  /** Its text when it has no slots at all. */
  get constant(): string | undefined {
    return this.#slots.length === 0 ? this.#pieces[0] : undefined;
  }

  /** Whether the next build of the workload changes it, beside its times. */
  get tellsOfBuilds(): boolean {
    return this.#slots.some(slot => {
      if (slot.kind === 'digestOf') return slot.tellsOfBuilds;
      return slot.kind === 'buildNumber' || slot.kind === 'imageDigest';
    });
  }

  text(p: Particulars, version: string): string {
    const values = this.#slots.map(slot => slotValue(slot, p, version));
    let text = this.#pieces[0] ?? '';
    for (let i = 0; i < this.#places.length; i++) {
      text += values[this.#places[i] ?? 0] ?? '';
      text += this.#pieces[i + 1] ?? '';
    }
    return text;
  }

  /** Pieces and slots in order, to be put into a longer pattern. */
  *parts(): Iterable<string | Slot> {
    for (const [i, piece] of this.#pieces.entries()) {
      yield piece;
      const slot = this.#slots[this.#places[i] ?? -1];
      if (slot) yield slot;
    }
  }
}
