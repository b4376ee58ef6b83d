import type { SupplyChainError } from './SupplyChainError';

/** What is known of a topic now. `stale`: the connection is gone, what is shown may be old. */
export type Live<View> =
  | { state: 'loading'; stale: false; view?: undefined; error?: undefined }
  | { state: 'ready'; stale: boolean; view: View; error?: undefined }
  /** `view` is the last one that came, for "was there until just now". */
  | { state: 'error'; stale: boolean; view?: View; error: SupplyChainError };
