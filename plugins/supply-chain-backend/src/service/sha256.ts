import { createHash } from 'node:crypto';

/** `sha256:<hex>` of the UTF-8 bytes, as Cartographer writes digests. */
export function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}
