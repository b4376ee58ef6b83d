import { createHash } from 'node:crypto';
import { textAt } from '../json/textAt.ts';
import { imageDigest } from './imageDigest.ts';
import type { RecordedImage } from './RecordedImage.ts';

/**
 * Another image in another repository, with the signature and the attestation of the first: what somebody does who can
 * push and cannot sign.
 */
export function forgedCopy(
  original: RecordedImage,
  repository: string,
): RecordedImage {
  const genuine = imageDigest(original);
  const tagged = Object.values(original.tags).find(
    ({ digest }) => digest === genuine,
  );
  const manifest: unknown = JSON.parse(tagged?.manifest ?? '{}');
  const config = textAt(manifest, 'config', 'digest') ?? '';
  const changed = (original.blobs[config] ?? '').replace(
    '"Env":[',
    '"Env":["NODE_OPTIONS=--require /tmp/else.js",',
  );
  const forged = (tagged?.manifest ?? '').replace(config, digestOf(changed));
  const digest = digestOf(forged);
  return {
    repository,
    tags: Object.fromEntries(
      Object.entries(original.tags).map(([tag, each]) => [
        tag.replace(genuine.slice(-64), digest.slice(-64)),
        each.digest === genuine ? { ...each, digest, manifest: forged } : each,
      ]),
    ),
    blobs: { ...original.blobs, [digestOf(changed)]: changed },
  };
}

function digestOf(content: string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
