import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Load balancers end long connections, and replicas come and go: coming back often spreads the load. */
const LONGEST_MS = 10 * 60_000;

/** Before the token expires, so that the client comes back with a new one and no error is ever shown. */
const BEFORE_EXPIRY_MS = 30_000;

/** When a stream of this caller ends on purpose, and why. */
export function streamUntil(
  credentials: BackstageCredentials,
  now: number,
): { at: number; because: 'token' | 'limit' } {
  const limit = now + LONGEST_MS;
  const expiry = credentials.expiresAt?.getTime();
  if (expiry === undefined || expiry - BEFORE_EXPIRY_MS >= limit) {
    return { at: limit, because: 'limit' };
  }
  return { at: expiry - BEFORE_EXPIRY_MS, because: 'token' };
}
