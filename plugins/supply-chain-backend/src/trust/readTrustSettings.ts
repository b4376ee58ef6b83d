import type { RootConfigService } from '@backstage/backend-plugin-api';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toTrustMaterial, type TrustMaterial } from '@sigstore/verify';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { compileGlob } from '../model/policies/compileGlob';
import type {
  TrustedIdentity,
  TrustedKey,
  TrustSettings,
} from './TrustSettings';

const KEY = 'supplyChain.signatures';

/** What cosign makes and kpack signs with: ECDSA (P-256 unless told otherwise) and RSA, over SHA-256. */
const KINDS_OF_KEY = ['ec', 'rsa'];

/** Keys and identities whose signatures count. Throws at the start for what can never verify anything. */
export function readTrustSettings(config: RootConfigService): TrustSettings {
  const keys = (config.getOptionalConfigArray(`${KEY}.keys`) ?? []).map(
    (each): TrustedKey => {
      const name = each.getString('name');
      return {
        name,
        key: publicKey(name, each.getString('publicKey')),
        images: globs(each.getOptionalStringArray('images')),
      };
    },
  );
  const identities = (
    config.getOptionalConfigArray(`${KEY}.identities`) ?? []
  ).map(
    (each): TrustedIdentity => ({
      issuer: each.getString('issuer'),
      subject: subjectOf(
        each.getOptionalString('subject'),
        each.getOptionalString('subjectRegExp'),
      ),
      images: globs(each.getOptionalStringArray('images')),
    }),
  );
  const root = config.getOptionalString(`${KEY}.trustedRoot`);
  if (identities.length > 0 && root === undefined) {
    throw new Error(
      `${KEY}.identities need ${KEY}.trustedRoot: the trusted_root.json of the sigstore instance that they sign with`,
    );
  }
  return {
    keys,
    identities,
    root: root === undefined ? undefined : trustMaterial(root),
  };
}

function publicKey(name: string, pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw new Error(`${KEY}.keys: the publicKey of ${name} is no PEM of a key`);
  }
  // A private key gives its public one, but has no business in this configuration.
  if (/PRIVATE KEY/.test(pem)) {
    throw new Error(
      `${KEY}.keys: ${name} holds a private key: give the public one`,
    );
  }
  if (!KINDS_OF_KEY.includes(key.asymmetricKeyType ?? '')) {
    throw new Error(
      `${KEY}.keys: the key ${name} is of type ${key.asymmetricKeyType}; signatures are verified with ECDSA and RSA keys`,
    );
  }
  return key;
}

function trustMaterial(json: string): TrustMaterial {
  try {
    const root: unknown = JSON.parse(json);
    return toTrustMaterial(TrustedRoot.fromJSON(root));
  } catch {
    throw new Error(
      `${KEY}.trustedRoot is no trusted_root.json: include the file with $file`,
    );
  }
}

function subjectOf(
  exact: string | undefined,
  pattern: string | undefined,
): TrustedIdentity['subject'] {
  if ((exact === undefined) === (pattern === undefined)) {
    throw new Error(
      `${KEY}.identities: each needs either subject or subjectRegExp`,
    );
  }
  if (pattern === undefined) return subject => subject === exact;
  let regExp: RegExp;
  try {
    // The whole subject has to match: part of it is anybody's.
    regExp = new RegExp(`^(?:${pattern})$`);
  } catch {
    throw new Error(
      `${KEY}.identities: ${JSON.stringify(pattern)} is no regular expression`,
    );
  }
  return subject => regExp.test(subject);
}

function globs(
  patterns: readonly string[] | undefined,
): readonly string[] | undefined {
  const wrong = patterns?.find(pattern => !compileGlob(pattern));
  if (wrong !== undefined) {
    throw new Error(
      `${KEY}: ${JSON.stringify(
        wrong,
      )} is no pattern of images: write registry.example.com/team/**`,
    );
  }
  return patterns;
}
