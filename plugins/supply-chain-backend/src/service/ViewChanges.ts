import type { ViewTopic } from './ViewTopic';

/**
 * Tells when an answer may be another by now. It says nothing of what has changed, so that no permission is needed to
 * listen: read again, as the caller, to learn. An answer that came out the same is the same object as before (`===`).
 *
 * Words that only time changes ("for 7 minutes") call nobody: whoever keeps a page open reads again every minute anyway.
 */
export interface ViewChanges {
  /**
   * `changed` is called at once when an object that the answer was derived from changes; also for answers that are "not
   * found", and perhaps when nothing shows. It must not throw. Returns how to stop listening.
   */
  onChange(topic: ViewTopic, changed: () => void): () => void;
}
