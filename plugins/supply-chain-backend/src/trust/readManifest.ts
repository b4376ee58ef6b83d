import type { Fields } from '../model/objects/Fields';
import { isDigest, type Digest } from '../registry/Digest';
import { parseJson } from './parseJson';

/** A descriptor of the OCI image specification. */
export interface Descriptor {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly size: number;
  readonly artifactType: string | undefined;
  readonly annotations: Fields;
  /** `linux/amd64`, where it is one image of an index. */
  readonly platform: string | undefined;
}

/** An image's manifest, or an index of several, as far as we look at it. */
export interface ManifestObject {
  readonly config: Descriptor | undefined;
  readonly layers: readonly Descriptor[];
  /** Of an index. */
  readonly manifests: readonly Descriptor[];
}

/** Undefined when it is neither. */
export function readManifest(content: Buffer): ManifestObject | undefined {
  const manifest = parseJson(content);
  if (!manifest) return undefined;
  const all = (key: string) => manifest.list(key).flatMap(readDescriptor);
  return {
    config: readDescriptor(manifest.object('config'))[0],
    layers: all('layers'),
    manifests: all('manifests'),
  };
}

function readDescriptor(fields: Fields): Descriptor[] {
  const digest = fields.text('digest');
  if (!isDigest(digest)) return [];
  const platform = fields.object('platform');
  const [os, architecture] = [
    platform.text('os'),
    platform.text('architecture'),
  ];
  return [
    {
      digest,
      mediaType: fields.text('mediaType') ?? '',
      size: Math.max(0, fields.integer('size') ?? 0),
      artifactType: fields.text('artifactType'),
      annotations: fields.object('annotations'),
      platform: os && architecture ? `${os}/${architecture}` : undefined,
    },
  ];
}
