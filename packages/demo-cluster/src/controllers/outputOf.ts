import { createHash } from 'node:crypto';
import type { Stage } from './Stage.ts';

/** Cartographer cuts what it shows of an output (PreviewCharacterLimit in pkg/realizer/realizer.go). */
const PREVIEW_LIMIT = 1024;

/** An output as Cartographer reports it: the first bytes of its YAML, and the digest of all of it. */
export function outputOf(name: string, yaml: string): Stage['outputs'][number] {
  const digest = createHash('sha256').update(yaml).digest('hex');
  return {
    ...{ name, digest: `sha256:${digest}` },
    preview: yaml.slice(0, PREVIEW_LIMIT),
  };
}
