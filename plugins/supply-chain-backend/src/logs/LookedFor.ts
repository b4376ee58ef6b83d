import type { RawLine } from './RawLine';

/** What a cluster says of a place in a log. */
export interface LookedFor {
  /** False where its beginning is gone, and the place with it. */
  readonly isThere: boolean;
  /** The first lines that come after the place; of a log that has lost it, the first that are left. */
  readonly after: readonly RawLine[];
  /** The line that was asked about comes after the place. */
  readonly isBefore: boolean;
}
