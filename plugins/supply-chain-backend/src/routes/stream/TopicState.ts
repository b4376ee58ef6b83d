import type { ApiError } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What there is to tell of a topic now. Equal versions say the same, on every replica. */
export type TopicState =
  | { readonly version: string; readonly view: object }
  | { readonly version: string; readonly error: ApiError };
