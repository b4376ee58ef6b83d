import type { TrustView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../model/objects/Fields';
import { present } from '../model/objects/present';
import { sumOf } from '../model/objects/sumOf';
import { isDigest } from '../registry/Digest';
import type { ManifestObject } from './readManifest';
import { parseJson } from './parseJson';

/** Label of the CNB lifecycle: JSON of which layer is what (buildpacks/lifecycle, platform/files/metadata.go). */
const LIFECYCLE = 'io.buildpacks.lifecycle.metadata';

/** Attestations in an index, such as docker buildx makes, are not images of a platform. */
const UNKNOWN = 'unknown/unknown';

/** What a manifest and its config say of an image. */
export function manifestFacts(
  { config, layers, manifests }: ManifestObject,
  image: Fields | undefined,
): NonNullable<TrustView['manifest']> {
  const isIndex = manifests.length > 0;
  const platforms = isIndex
    ? manifests.flatMap(each => each.platform ?? [])
    : platformOf(image);
  const sizes = [config, ...layers].map(each => each?.size ?? 0);
  return present({
    size: isIndex ? undefined : sumOf(sizes),
    layers: isIndex ? undefined : layers.length,
    platforms: [...new Set(platforms)].filter(each => each !== UNKNOWN),
    sbom: image && sbomLayer(image),
  });
}

function platformOf(image: Fields | undefined): readonly string[] {
  const [os, architecture] = [image?.text('os'), image?.text('architecture')];
  return os && architecture ? [`${os}/${architecture}`] : [];
}

function sbomLayer(image: Fields): string | undefined {
  const label = image.object('config').object('Labels').raw(LIFECYCLE);
  const metadata = typeof label === 'string' ? parseJson(label) : undefined;
  const digest = metadata?.object('sbom').text('sha');
  return isDigest(digest) ? digest : undefined;
}
