import type { StoreChange } from './StoreChange';

/** What has changed in a live copy. */
export type CopyChange =
  | (StoreChange & {
      readonly what: 'objects';
      readonly cluster: string;
      /** `plural.group`. */
      readonly resource: string;
    })
  | {
      readonly what: 'health';
      readonly cluster: string;
      readonly resource: string;
    }
  /** A cluster came or went. */
  | { readonly what: 'clusters' };
