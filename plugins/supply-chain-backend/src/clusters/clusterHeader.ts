import { InvalidRequest } from './errors/InvalidRequest';

/** What a header can carry unchanged: Latin-1 without control characters, no blank at either end (they would be cut off). */
const HEADER_VALUE =
  /^[\x21-\x7e\xa1-\xff](?:[\x20-\x7e\xa1-\xff]*[\x21-\x7e\xa1-\xff])?$/;

/** Longer than any name an operator would type, far below what HTTP servers accept as a header. */
const LONGEST = 512;

/** A cluster's name as header value; operators choose it freely, so all that is asked is that it arrives as it was sent. */
export function clusterHeader(cluster: string): string {
  if (cluster.length > LONGEST || !HEADER_VALUE.test(cluster)) {
    throw new InvalidRequest('cluster');
  }
  return cluster;
}
