import type { TrustMaterial } from '@sigstore/verify';
import type { KeyObject } from 'node:crypto';

/** A public key whose signatures count. */
export interface TrustedKey {
  /** How pages call it. */
  readonly name: string;
  readonly key: KeyObject;
  /** Patterns, as policy-controller reads them, of the images that it is for; undefined: of all. */
  readonly images: readonly string[] | undefined;
}

/** Somebody whose keyless signatures count, as Fulcio's certificate names them. */
export interface TrustedIdentity {
  readonly issuer: string;
  readonly subject: (subject: string) => boolean;
  readonly images: readonly string[] | undefined;
}

export interface TrustSettings {
  readonly keys: readonly TrustedKey[];
  readonly identities: readonly TrustedIdentity[];
  /** Of the authorities behind identities; there when identities are. */
  readonly root: TrustMaterial | undefined;
}
