import { Dictionary } from './Dictionary';
import { packText } from './packText';
import { unpackText } from './unpackText';

/**
 * Texts to learn from, each one text farther from the last than that was: not all of one namespace, nor of any other order
 * that lists have. Of the 300 objects that come before it has learnt, nobody would notice what they take.
 */
const SAMPLES = 24;
/** Bytes of a dictionary: twice as many win another 4 % (measured with what kpack and Cartographer write). */
const DICTIONARY_BYTES = 32 * 1024;
export interface PackedText {
  /** Whether the learnt dictionary was used. */
  readonly learnt: boolean;
  /** A view that only lasts until the next call. */
  readonly bytes: Uint8Array;
}

/** Packs texts that are much like each other, and learns from the first of them what they have in common. */
export class TextPacker {
  #dictionary = Dictionary.empty;
  #samples: Uint8Array[] = [];
  #untilSample = 1;

  pack(text: string): PackedText {
    const learnt = this.#dictionary !== Dictionary.empty;
    const bytes = packText(text, this.#dictionary);
    if (learnt) return { learnt, bytes };
    this.#untilSample -= 1;
    if (this.#untilSample > 0) return { learnt, bytes };
    this.#samples.push(Buffer.from(bytes));
    this.#untilSample = this.#samples.length + 1;
    if (this.#samples.length < SAMPLES) return { learnt, bytes };
    this.#learn();
    return this.pack(text);
  }

  unpack({ learnt, bytes }: PackedText): string {
    return unpackText(bytes, learnt ? this.#dictionary : Dictionary.empty);
  }

  #learn(): void {
    const texts = this.#samples.map(sample =>
      Buffer.from(unpackText(sample, Dictionary.empty)),
    );
    const all = Buffer.concat(texts).subarray(0, DICTIONARY_BYTES);
    // A copy, or the rest of the texts would stay as well.
    this.#dictionary = new Dictionary(Buffer.from(all));
    this.#samples = [];
  }
}
