import { digestOf, type Digest } from '../registry/Digest';
import { RegistryError } from '../registry/errors/RegistryError';
import type { ImageRegistry } from '../registry/ImageRegistry';
import type { ImageRepository } from '../registry/ImageRepository';
import { present } from '../model/objects/present';
import { provenanceOf } from './provenanceOf';
import { readManifest, type Descriptor } from './readManifest';
import { readSimpleSigning } from './readSimpleSigning';
import { readStatement } from './readStatement';
import type { SignedContent } from './SignedContent';
import { taggedBundle } from './taggedBundle';
import { parseJson } from './parseJson';
import type { Found } from './Found';
import { MOST_SIGNATURES } from './MOST_SIGNATURES';

const SIGNATURE = 'dev.cosignproject.cosign/signature';

/** Characters of a signature; RSA with 8,192 bits has 1,368. */
const LONGEST = 4096;

/** The tag under which cosign keeps what belongs to an image: `sha256-<hex>.sig`. */
export function cosignTag(digest: Digest, what: 'sig' | 'att'): string {
  return `${digest.replace(':', '-')}.${what}`;
}

/** Signatures (`.sig`) or attestations (`.att`) that cosign and kpack keep under a tag beside the image. */
export async function findTagged(
  registry: ImageRegistry,
  of: ImageRepository,
  digest: Digest,
  what: 'sig' | 'att',
  signal: AbortSignal,
): Promise<Found> {
  const tagged = await registry.manifest(of, cosignTag(digest, what), signal);
  if (!tagged) return { found: [], more: false };
  const manifest = readManifest(tagged.content);
  if (!manifest) throw new RegistryError('unreadable', of.host);
  const { layers } = manifest;
  const read = what === 'sig' ? signature : attestation;
  const found = await Promise.all(
    layers.slice(0, MOST_SIGNATURES).map(async layer => {
      try {
        const content = await registry.blob(of, layer.digest, signal);
        return content ? read(content, layer) : broken(layer, what);
      } catch (error) {
        // One that was altered in the registry is told of; the others count.
        if (error instanceof RegistryError && error.because === 'altered') {
          return { ...broken(layer, what), bundle: 'altered' as const };
        }
        throw error;
      }
    }),
  );
  return { found, more: layers.length > found.length };
}

function signature(payload: Buffer, layer: Descriptor): SignedContent {
  const signed = readSimpleSigning(payload);
  const made = layer.annotations.text(SIGNATURE, LONGEST);
  const bundle =
    signed &&
    made &&
    taggedBundle(
      {
        messageSignature: {
          messageDigest: {
            algorithm: 'SHA2_256',
            digest: base64(digestOf(payload)),
          },
          signature: made,
        },
      },
      layer.annotations,
    );
  if (!bundle) return broken(layer, 'sig');
  return {
    type: 'signature',
    scheme: 'cosign-tag',
    digest: layer.digest,
    bundle,
    artifact: payload,
    about: [signed.about],
    annotations: [...signed.annotations],
  };
}

function attestation(envelope: Buffer, layer: Descriptor): SignedContent {
  const fields = parseJson(envelope);
  const payload = fields?.raw('payload');
  const statement =
    typeof payload === 'string'
      ? readStatement(
          fields?.text('payloadType') ?? '',
          Buffer.from(payload, 'base64'),
        )
      : undefined;
  const bundle =
    statement &&
    taggedBundle(
      { dsseEnvelope: JSON.parse(envelope.toString()) },
      layer.annotations,
    );
  if (!bundle) return broken(layer, 'att');
  return present({
    type: 'attestation' as const,
    scheme: 'cosign-tag' as const,
    digest: layer.digest,
    bundle,
    about: statement.about,
    predicateType: statement.predicateType,
    provenance: provenanceOf(statement),
  });
}

function broken(layer: Descriptor, what: 'sig' | 'att'): SignedContent {
  return {
    type: what === 'sig' ? 'signature' : 'attestation',
    scheme: 'cosign-tag',
    digest: layer.digest,
    bundle: 'unreadable',
    about: [],
  };
}

function base64(digest: Digest): string {
  return Buffer.from(digest.slice('sha256:'.length), 'hex').toString('base64');
}
