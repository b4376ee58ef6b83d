import type { ApiError } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** An error as it leaves the plugin. */
export interface ApiFailure {
  readonly status: number;
  readonly error: ApiError;
  readonly retryAfterMs?: number | undefined;
  /** Ours to mend: goes to the log. */
  readonly unexpected?: boolean;
}
