import {
  toSignedEntity,
  Verifier,
  type SignedEntity,
  type Signer,
  type TrustMaterial,
} from '@sigstore/verify';
import type { SignatureState } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { KeyObject } from 'node:crypto';
import { anyGlobMatches } from '../model/policies/anyGlobMatches';
import type { Digest } from '../registry/Digest';
import type { SignedContent } from './SignedContent';
import type { TrustSettings } from './TrustSettings';

const ALWAYS = { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 };

const NOTHING: Omit<TrustMaterial, 'publicKey'> = {
  certificateAuthorities: [],
  timestampAuthorities: [],
  tlogs: [],
  ctlogs: [],
};

/** What a signature is worth for the image `image` (`repo@sha256:…`) with this digest. Pure: nobody is asked. */
export function verifySignature(
  content: SignedContent,
  image: string,
  digest: Digest,
  settings: TrustSettings,
): SignatureState {
  const { bundle } = content;
  if (typeof bundle === 'string') return invalid(bundle);
  // Also without a key: whoever signed it, it is not about this image.
  if (!content.about.includes(digest)) return invalid('other-image');
  let entity: SignedEntity;
  try {
    entity = toSignedEntity(bundle, content.artifact);
  } catch {
    return invalid('unreadable');
  }
  return entity.key.$case === 'certificate'
    ? byIdentity(entity, image, settings)
    : byKey(entity, image, settings);
}

function byKey(
  entity: SignedEntity,
  image: string,
  { keys }: TrustSettings,
): SignatureState {
  const usable = keys.filter(key => isFor(key, image));
  if (usable.length === 0) return notChecked;
  // A key is trusted as it is: when it signed, and whether a log has seen it, adds nothing.
  const bare = { ...entity, tlogEntries: [], timestamps: [] };
  const signer = usable.find(({ key }) => isMadeWith(bare, key));
  return signer
    ? { kind: 'signed', by: { type: 'key', name: signer.name } }
    : invalid('wrong-key');
}

function isMadeWith(entity: SignedEntity, publicKey: KeyObject): boolean {
  const key = { publicKey, validFor: () => true };
  const verifier = new Verifier({ ...NOTHING, publicKey: () => key }, ALWAYS);
  try {
    verifier.verify(entity);
    return true;
  } catch {
    return false;
  }
}

function byIdentity(
  entity: SignedEntity,
  image: string,
  { identities, root }: TrustSettings,
): SignatureState {
  const usable = identities.filter(identity => isFor(identity, image));
  if (usable.length === 0 || !root) return notChecked;
  let signer: Signer;
  try {
    // Of the logs, as many as there are in the root; without a log the time has to come from a timestamp authority.
    signer = new Verifier(root, {
      tlogThreshold: root.tlogs.length > 0 ? 1 : 0,
      ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
      timestampThreshold: 1,
    }).verify(entity);
  } catch {
    return invalid('untrusted');
  }
  const issuer = signer.identity?.extensions?.issuer ?? '';
  const subject = signer.identity?.subjectAlternativeName ?? '';
  return usable.some(
    identity => identity.issuer === issuer && identity.subject(subject),
  )
    ? { kind: 'signed', by: { type: 'identity', issuer, subject } }
    : invalid('wrong-identity');
}

function isFor(
  { images }: { images: readonly string[] | undefined },
  image: string,
): boolean {
  return images === undefined || anyGlobMatches(images, image);
}

const notChecked: SignatureState = {
  kind: 'not-checked',
  because: 'no-verifier',
};

function invalid(
  because: Extract<SignatureState, { kind: 'invalid' }>['because'],
): SignatureState {
  return { kind: 'invalid', because };
}
