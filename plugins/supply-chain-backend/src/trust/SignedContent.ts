import type { Bundle } from '@sigstore/bundle';
import type {
  InvalidSignature,
  SignatureView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Digest } from '../registry/Digest';

/** Something signed that was found beside an image, before anybody asked whether it is true. */
export interface SignedContent extends Omit<SignatureView, 'state' | 'digest'> {
  readonly digest: Digest;
  /** The signature as sigstore's libraries want it, or why there is none. */
  readonly bundle: Bundle | InvalidSignature;
  /** What was signed, where the bundle does not hold it itself. */
  readonly artifact?: Buffer;
  /** The images that it says it is about. */
  readonly about: readonly Digest[];
}
