import { compareText } from '../compareText';
import { Ids } from '../../watch/packed/Ids';
import { Int32List } from '../../watch/packed/Int32List';

/** Texts that many rows share, as small numbers. A text that no row has any more is forgotten. */
export class Words {
  readonly #ids = new Ids();
  readonly #byText = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #uses = new Int32List();

  /** All ids are below it. */
  get end(): number {
    return this.#ids.end;
  }

  /** The id of a text that one more row has. */
  take(text: string): number {
    const id = this.#byText.get(text) ?? this.#ids.take();
    this.#byText.set(text, id);
    this.#texts[id] = text;
    this.#uses.set(id, this.#uses.at(id) + 1);
    return id;
  }

  /** One row less has it. */
  giveBack(id: number): void {
    const uses = this.#uses.at(id) - 1;
    this.#uses.set(id, uses);
    if (uses > 0) return;
    this.#byText.delete(this.text(id));
    this.#texts[id] = '';
    this.#ids.giveBack(id);
  }

  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  /** By id: its place among all texts in order. */
  ranks(): Int32Array {
    const ranks = new Int32Array(this.end);
    [...this.#byText]
      .sort(([a], [b]) => compareText(a, b))
      .forEach(([, id], place) => {
        ranks[id] = place;
      });
    return ranks;
  }

  /** Undefined when no row has it. */
  find(text: string): number | undefined {
    return this.#byText.get(text);
  }
}
