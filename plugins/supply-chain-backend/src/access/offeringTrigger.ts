import type { ImageProviderView } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Tells somebody who may ask for a rebuild so, where there is something to ask: kpack takes the question on its newest Build. */
export function offeringTrigger(
  provider: ImageProviderView,
): ImageProviderView {
  return provider.image && provider.build
    ? { ...provider, mayTrigger: true }
    : provider;
}
