import { createHash } from 'node:crypto';

/**
 * Not a part of the version: when a cluster was last heard of, which changes by the minute and shows nothing new; and the way
 * to the next page, which every replica words in its own way.
 */
const SHOWS_NOTHING = /"(?:seenAt|cursor)":"[^"]*",?/g;

/** The version of an answer, weak as it may travel compressed. Equal content has an equal version on every replica. */
export function etag(json: string): string {
  const hash = createHash('sha1').update(json.replace(SHOWS_NOTHING, ''));
  return `W/"${hash.digest('base64url')}"`;
}
