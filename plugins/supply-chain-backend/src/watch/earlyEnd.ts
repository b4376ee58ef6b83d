/**
 * Seconds between the first words of the kinds that speak first, so that from the first minute on a cluster is heard four
 * times a minute: bookmarks come a minute after a watch began, and all watches begin together.
 */
const APART = 15;
/** Kinds that speak at a time of their own: with the others' minute they make four. */
const EARLY = 3;

/**
 * How long the first watch of a kind shall last, of so many kinds; undefined for most. Two or three requests at the start
 * save the cluster a dozen questions whether it is still there in its first ten minutes.
 */
export function earlyEnd(ordinal: number, kinds: number): number | undefined {
  return ordinal < EARLY && kinds > EARLY ? APART * (ordinal + 1) : undefined;
}
