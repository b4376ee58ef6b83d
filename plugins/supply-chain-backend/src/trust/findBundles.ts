import { bundleFromJSON, type Bundle } from '@sigstore/bundle';
import { present } from '../model/objects/present';
import { isDigest, type Digest } from '../registry/Digest';
import { RegistryError } from '../registry/errors/RegistryError';
import type { ImageRegistry } from '../registry/ImageRegistry';
import type { ImageRepository } from '../registry/ImageRepository';
import type { Found } from './Found';
import { MOST_SIGNATURES } from './MOST_SIGNATURES';
import { provenanceOf } from './provenanceOf';
import { readManifest } from './readManifest';
import { readStatement } from './readStatement';
import type { SignedContent } from './SignedContent';

/** Of bundles, all versions: `application/vnd.dev.sigstore.bundle.v0.3+json`, `…bundle+json;version=0.2`. */
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle\b/;

/** What cosign attests to sign an image in this scheme. */
const SIGNS = 'https://sigstore.dev/cosign/sign/v1';

/**
 * Sigstore bundles that refer to the image: by the registry's list of referrers, or where it keeps none by the tag that
 * the distribution specification gives such a list (`sha256-<hex>`).
 */
export async function findBundles(
  registry: ImageRegistry,
  of: ImageRepository,
  image: { digest: Digest; content: Buffer },
  signal: AbortSignal,
): Promise<Found> {
  const { digest } = image;
  const listed =
    (await registry.referrers(of, digest, signal)) ??
    (await registry.manifest(of, digest.replace(':', '-'), signal))?.content;
  if (!listed) return { found: [], more: false };
  const index = readManifest(listed);
  if (!index) throw new RegistryError('unreadable', of.host);
  const bundles = index.manifests.filter(({ artifactType = '' }) =>
    BUNDLE.test(artifactType),
  );
  const found = await Promise.all(
    bundles.slice(0, MOST_SIGNATURES).map(async each => {
      try {
        const content = await bundleOf(registry, of, each.digest, signal);
        return content
          ? read(content, each.digest, image)
          : broken(each.digest, 'unreadable');
      } catch (error) {
        if (error instanceof RegistryError && error.because === 'altered') {
          return broken(each.digest, 'altered');
        }
        throw error;
      }
    }),
  );
  return { found, more: bundles.length > found.length };
}

async function bundleOf(
  registry: ImageRegistry,
  of: ImageRepository,
  digest: Digest,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const manifest = await registry.manifest(of, digest, signal);
  const layers = manifest && readManifest(manifest.content)?.layers;
  const layer = layers?.find(({ mediaType }) => BUNDLE.test(mediaType));
  return layer && registry.blob(of, layer.digest, signal);
}

function read(
  content: Buffer,
  at: Digest,
  image: { digest: Digest; content: Buffer },
): SignedContent {
  let bundle: Bundle;
  try {
    bundle = bundleFromJSON(JSON.parse(content.toString()));
  } catch {
    return broken(at, 'unreadable');
  }
  const signed = bundle.content;
  if (signed.$case === 'messageSignature') {
    const { digest } = signed.messageSignature.messageDigest;
    const about: unknown = `sha256:${digest.toString('hex')}`;
    return {
      type: 'signature',
      scheme: 'bundle',
      digest: at,
      bundle,
      artifact: image.content,
      about: isDigest(about) ? [about] : [],
    };
  }
  const { payloadType, payload } = signed.dsseEnvelope;
  const statement = readStatement(payloadType, payload);
  if (!statement) return broken(at, 'unreadable');
  const isSignature = statement.predicateType === SIGNS;
  return present({
    type: isSignature ? ('signature' as const) : ('attestation' as const),
    scheme: 'bundle' as const,
    digest: at,
    bundle,
    about: statement.about,
    predicateType: isSignature ? undefined : statement.predicateType,
    provenance: provenanceOf(statement),
  });
}

/** Whether it was to be a signature or an attestation is not known: a signature that cannot be read is the worse news. */
function broken(
  digest: Digest,
  bundle: 'unreadable' | 'altered',
): SignedContent {
  return { type: 'signature', scheme: 'bundle', digest, bundle, about: [] };
}
