import type { KubeObject } from '../state/KubeObject.ts';

/** The door for recorded objects: undefined unless it has a name and its metadata has the types that Kubernetes guarantees. */
export function parseKubeObject(value: unknown): KubeObject | undefined {
  if (!isRecord(value)) return undefined;
  const metadata = value.metadata;
  if (!isRecord(metadata)) return undefined;
  if (typeof metadata.name !== 'string' || metadata.name === '')
    return undefined;
  for (const field of TEXTS)
    if (metadata[field] !== undefined && typeof metadata[field] !== 'string')
      return undefined;
  for (const field of MAPS) {
    const map = metadata[field];
    if (map === undefined || map === null) continue;
    if (!isRecord(map)) return undefined;
    if (Object.values(map).some(v => typeof v !== 'string')) return undefined;
  }
  // Checked above as far as our own type promises.
  return value as KubeObject;
}

const TEXTS = [
  'namespace',
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'deletionTimestamp',
];
const MAPS = ['labels', 'annotations'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
