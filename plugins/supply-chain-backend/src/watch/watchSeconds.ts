/**
 * Seconds that a watch with bookmarks lasts, drawn anew for each: renewing eleven kinds costs 1.2 requests a minute. Not
 * longer, because a watch that we left early lives on behind the kubernetes plugin's proxy until its end (http-proxy 1.18.1).
 */
const WITH_BOOKMARKS = { from: 480, to: 590 };
/** Seconds of one without: fetch gives up on a connection that was silent for 300 s. */
const WITHOUT = { from: 240, to: 290 };
/** Seconds at least of a first one. All kinds start together; what ends at any time from here on never does again. */
const FIRST_FROM = 60;

/**
 * How long the next watch of a kind shall last. Whether it has bookmarks, the last one has told; the API server sends a
 * kind none before it has heard of that kind itself.
 */
export function watchSeconds(
  of: {
    readonly first: boolean;
    readonly bookmarks: boolean;
    /** Of a first one that shall end early. */
    readonly early?: number | undefined;
  },
  random: () => number,
): number {
  if (of.first && of.early !== undefined) return of.early;
  const { from, to } = of.bookmarks ? WITH_BOOKMARKS : WITHOUT;
  const least = of.first ? FIRST_FROM : from;
  return Math.floor(least + random() * (to - least));
}
