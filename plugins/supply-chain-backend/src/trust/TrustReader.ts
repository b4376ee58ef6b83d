import type {
  ObjectRef,
  TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What a build's image is worth. `As` as for `SupplyChainReader`: a reader of `Caller` authorises. */
export interface TrustReader<As> {
  trust(build: ObjectRef, as: As): Promise<TrustView>;
}
