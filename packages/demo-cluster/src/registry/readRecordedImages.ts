import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../json/at.ts';
import { textAt } from '../json/textAt.ts';
import { packagedRecordings } from '../recording/packagedRecordings.ts';
import type { RecordedImage } from './RecordedImage.ts';

/** The recorded images that are packed with the demo, and the public key that they were signed with. */
export function readRecordedImages(): {
  readonly images: readonly RecordedImage[];
  readonly publicKey: string;
} {
  const packed = packagedRecordings();
  const directory = packed && join(packed, 'registry');
  if (!directory || !existsSync(directory))
    return { images: [], publicKey: '' };
  return {
    images: readdirSync(directory)
      .filter(name => name.endsWith('.json'))
      .map(name => {
        const value: unknown = JSON.parse(
          readFileSync(join(directory, name), 'utf8'),
        );
        return parse(value, name);
      }),
    publicKey: readFileSync(join(directory, 'cosign.pub'), 'utf8'),
  };
}

function parse(value: unknown, file: string): RecordedImage {
  const repository = textAt(value, 'repository');
  const tags = entries(at(value, 'tags')).map(([name, tag]) => {
    const digest = textAt(tag, 'digest');
    const mediaType = textAt(tag, 'mediaType');
    const manifest = textAt(tag, 'manifest');
    if (!digest || !mediaType || !manifest)
      throw new Error(`${file}: the tag ${name} cannot be read`);
    return [name, { digest, mediaType, manifest }] as const;
  });
  const blobs = entries(at(value, 'blobs')).flatMap(([digest, content]) =>
    typeof content === 'string' ? [[digest, content] as const] : [],
  );
  if (!repository) throw new Error(`${file} names no repository`);
  return {
    repository,
    tags: Object.fromEntries(tags),
    blobs: Object.fromEntries(blobs),
  };
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
    : [];
}
