import { createHash } from 'node:crypto';

/** When a cluster was last heard of changes by the minute and shows nothing new: not a part of the version. */
const SEEN_AT = /"seenAt":"[^"]*",?/g;

/** The version of an answer, weak as it may travel compressed. Equal content has an equal version on every replica. */
export function etag(json: string): string {
  const hash = createHash('sha1').update(json.replace(SEEN_AT, ''));
  return `W/"${hash.digest('base64url')}"`;
}
