import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { ClusterTokens } from '../personal/ClusterTokens';

/** Who asks. Readers that take a Caller authorise; routes have no others. */
export interface Caller {
  readonly credentials: BackstageCredentials;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Their own tokens for clusters that want them. */
  readonly tokens?: ClusterTokens | undefined;
  /** For the audit log. */
  readonly request?: Request | undefined;
}
