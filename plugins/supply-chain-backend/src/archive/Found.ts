import type { AtHand } from './AtHand';

/** What a live copy has of something that may be archived. */
export type Found =
  | { readonly kind: 'here'; readonly build: AtHand }
  | { readonly kind: 'deleted' }
  /** It belongs to nobody that permissions are about: nobody could ever read it. */
  | { readonly kind: 'nobodys' }
  /** The copy does not know enough of the cluster now to say anything. */
  | { readonly kind: 'unknown' };
