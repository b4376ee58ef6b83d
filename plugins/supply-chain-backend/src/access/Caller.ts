import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Request } from 'express';

/** Who asks. Readers that take a Caller authorise; routes have no others. */
export interface Caller {
  readonly credentials: BackstageCredentials;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** For the audit log. */
  readonly request?: Request | undefined;
}
