import type { ArchivedLogKey } from './ArchivedLogKey';

/**
 * Where the logs of image builds stay when their pods are gone: bytes under a key, as an object store has them. What is
 * known of each log (size, lines, hash, times, completeness), which replica archives which build, and what is to be
 * forgotten when, is decided by the plugin, which keeps that in its own database.
 *
 * Several replicas use one archive at a time.
 */
export interface LogArchive {
  /**
   * Keeps a log whole or not at all. Readers get what was there before until all of `text` is stored, and all of the new one
   * after. When `text` throws, or the signal aborts, what was there before stays. `text` may be long: take it as it comes.
   * Resolves with how many bytes the log takes in the store.
   */
  write(
    key: ArchivedLogKey,
    text: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): Promise<number>;
  /**
   * The bytes that were written, in pieces of any size. Throws `LogNotArchived` before the first piece when there are none.
   * Ends only when all of them were given: throws when the log is replaced or pruned in the meantime.
   */
  read(key: ArchivedLogKey, signal: AbortSignal): AsyncIterable<Uint8Array>;
  exists(key: ArchivedLogKey, signal: AbortSignal): Promise<boolean>;
  /** Forgets these logs. One that is not there is no error. */
  prune(keys: readonly ArchivedLogKey[], signal: AbortSignal): Promise<void>;
}
