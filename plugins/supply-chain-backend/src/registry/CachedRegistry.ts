import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock/Clock';
import { orAborted } from '../clock/orAborted';
import { isDigest, type Digest } from './Digest';
import type { ImageRegistry, Manifest } from './ImageRegistry';
import type { ImageRepository } from './ImageRepository';

/** Milliseconds that what is not a digest is good: a signature may be added, a tag moved. */
const TOLD_MS = 60_000;
/** Milliseconds until a registry is asked again for what it does not have: kpack signs seconds after it pushes. */
const ABSENT_MS = 20_000;
/** Milliseconds until a registry that failed is asked again. */
const FAILED_MS = 10_000;

/** Bytes of contents that are kept; manifests and signatures have some kilobytes. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Answers that are kept, whatever their size. */
const MOST_ANSWERS = 5_000;

interface Kept {
  readonly answer: Promise<unknown>;
  /** Infinity for what a digest names, and while it is being asked. */
  until: number;
  bytes: number;
}

/**
 * Asks each question once: by digest for as long as there is room, else for a while; several who ask the same at a time
 * wait for one answer. `stop` ends what is under way.
 */
export class CachedRegistry implements ImageRegistry {
  readonly #inner: ImageRegistry;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #kept = new Map<string, Kept>();
  readonly #life = new AbortController();
  #bytes = 0;

  constructor(options: { inner: ImageRegistry; clock: Pick<Clock, 'now'> }) {
    this.#inner = options.inner;
    this.#clock = options.clock;
    // Every question under way listens to it.
    setMaxListeners(0, this.#life.signal);
  }

  manifest(of: ImageRepository, reference: string, signal: AbortSignal) {
    return this.#once<Manifest>(
      ['manifest', of.host, of.name, reference],
      isDigest(reference) ? Infinity : TOLD_MS,
      found => found.content.length,
      life => this.#inner.manifest(of, reference, life),
      signal,
    );
  }

  blob(of: ImageRepository, digest: Digest, signal: AbortSignal) {
    return this.#once<Buffer>(
      ['blob', of.host, of.name, digest],
      Infinity,
      found => found.length,
      life => this.#inner.blob(of, digest, life),
      signal,
    );
  }

  referrers(of: ImageRepository, digest: Digest, signal: AbortSignal) {
    return this.#once<Buffer>(
      ['referrers', of.host, of.name, digest],
      TOLD_MS,
      found => found.length,
      life => this.#inner.referrers(of, digest, life),
      signal,
    );
  }

  async stop(): Promise<void> {
    this.#life.abort(new Error('The backend stops'));
    await Promise.allSettled([...this.#kept.values()].map(each => each.answer));
    this.#kept.clear();
    this.#bytes = 0;
  }

  #once<T>(
    question: readonly string[],
    goodMs: number,
    sizeOf: (found: T) => number,
    ask: (life: AbortSignal) => Promise<T | undefined>,
    signal: AbortSignal,
  ): Promise<T | undefined> {
    signal.throwIfAborted();
    const key = question.join('\n');
    const before = this.#kept.get(key);
    if (before && before.until > this.#clock.now()) {
      // The newest last: what is asked for stays.
      this.#kept.delete(key);
      this.#kept.set(key, before);
      return orAborted(before.answer as Promise<T | undefined>, signal);
    }
    this.#drop(key);
    const answer = ask(this.#life.signal);
    const kept: Kept = { answer, until: Infinity, bytes: 0 };
    this.#kept.set(key, kept);
    answer.then(
      found =>
        this.#settle(
          key,
          kept,
          found === undefined ? ABSENT_MS : goodMs,
          found === undefined ? 0 : sizeOf(found),
        ),
      () => this.#settle(key, kept, FAILED_MS, 0),
    );
    return orAborted(answer, signal);
  }

  #settle(key: string, kept: Kept, goodMs: number, bytes: number): void {
    if (this.#kept.get(key) !== kept) return;
    kept.until = this.#clock.now() + goodMs;
    kept.bytes = bytes;
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= MOST_BYTES && this.#kept.size <= MOST_ANSWERS) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}
