import type { TrustView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { SupplyChainError } from '../api/SupplyChainError';

/** What is known of an image's worth while its registry is asked. */
export type Trust =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly view: TrustView }
  | { readonly state: 'failed'; readonly error: SupplyChainError };
