import { isDigest, type Digest } from '../registry/Digest';
import { parseJson } from './parseJson';

/** What cosign signs (containers/image, "simple signing"; sigstore/cosign specs/SIGNATURE_SPEC.md). */
const TYPES = [
  'cosign container image signature',
  'https://sigstore.dev/cosign/sign/v1',
];

export interface SimpleSigning {
  readonly about: Digest;
  readonly annotations: readonly {
    readonly name: string;
    readonly value: string;
  }[];
}

/** Undefined when it is no such payload. */
export function readSimpleSigning(payload: Buffer): SimpleSigning | undefined {
  const fields = parseJson(payload);
  const critical = fields?.object('critical');
  const about = critical?.object('image').text('docker-manifest-digest');
  if (!fields || !TYPES.includes(critical?.text('type') ?? ''))
    return undefined;
  if (!isDigest(about)) return undefined;
  return {
    about,
    annotations: Object.entries(fields.map('optional'))
      .map(([name, value]) => ({ name, value }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
