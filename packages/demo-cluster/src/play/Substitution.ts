import { gunzipSync, gzipSync } from 'node:zlib';
import { mapText } from '../json/mapText.ts';

/** Shorter texts are words, not encodings. */
const SHORTEST_BASE64 = 24;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** The first bytes of gzip, in base64. */
const GZIP = 'H4sI';

/**
 * Old values and what stands in their place, all replaced at once, so that a value which is new
 * here and old there stays right. Whole words only: `a-build-1` is not found in `a-build-10`. Looks
 * into base64 and into gzip in base64, where kpack and Tekton hide image references.
 */
export class Substitution {
  readonly pairs: ReadonlyMap<string, string>;
  readonly #pattern: RegExp | undefined;

  constructor(pairs: Iterable<readonly [string, string]>) {
    this.pairs = new Map(
      [...pairs].filter(([from, to]) => from !== '' && from !== to),
    );
    const longestFirst = [...this.pairs.keys()].sort(
      (a, b) => b.length - a.length,
    );
    this.#pattern =
      longestFirst.length === 0
        ? undefined
        : new RegExp(
            `(?<![A-Za-z0-9])(?:${longestFirst
              .map(escape)
              .join('|')})(?![A-Za-z0-9])`,
            'g',
          );
  }

  with(more: Iterable<readonly [string, string]>): Substitution {
    return new Substitution([...this.pairs, ...more]);
  }

  text(text: string): string {
    if (!this.#pattern) return text;
    const replaced = text.replace(
      this.#pattern,
      found => this.pairs.get(found) ?? found,
    );
    return replaced === text ? this.#encoded(text) : replaced;
  }

  value<T>(value: T): T {
    return this.#pattern ? mapText(value, text => this.text(text)) : value;
  }

  /** Log lines are bytes; one byte is one character here, so that any encoding comes out as it was. */
  bytes(bytes: Uint8Array): Uint8Array {
    const text = Buffer.from(bytes).toString('latin1');
    const replaced = this.text(text);
    return replaced === text ? bytes : Buffer.from(replaced, 'latin1');
  }

  #encoded(text: string): string {
    if (text.length < SHORTEST_BASE64 || !BASE64.test(text)) return text;
    try {
      const raw = Buffer.from(text, 'base64');
      const zipped = text.startsWith(GZIP);
      const inner = (zipped ? gunzipSync(raw) : raw).toString('latin1');
      const replaced = this.#pattern
        ? inner.replace(this.#pattern, found => this.pairs.get(found) ?? found)
        : inner;
      if (replaced === inner) return text;
      const bytes = Buffer.from(replaced, 'latin1');
      return (zipped ? gzipSync(bytes) : bytes).toString('base64');
    } catch {
      // Looked like gzip and is not.
      return text;
    }
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
