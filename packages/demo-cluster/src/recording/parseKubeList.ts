import type { KubeObject } from '../state/KubeObject.ts';
import { parseKubeObject } from './parseKubeObject.ts';

interface KubeList {
  readonly version: string;
  /** Of the items: `Pod` for a `PodList`. */
  readonly kind: string;
  readonly objects: readonly KubeObject[];
  readonly unreadable: number;
}

/** A list answer. Items of built-in kinds come without apiVersion and kind; they get them from the list. */
export function parseKubeList(value: unknown): KubeList | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const list: { kind?: unknown; apiVersion?: unknown; items?: unknown } = value;
  if (typeof list.kind !== 'string' || typeof list.apiVersion !== 'string')
    return undefined;
  const kind = list.kind.replace(/List$/, '');
  const apiVersion = list.apiVersion;
  const items: unknown[] = Array.isArray(list.items) ? list.items : [];
  const objects = items
    .map(parseKubeObject)
    .filter(object => object !== undefined)
    .map(object => ({ apiVersion, kind, ...object }));
  return {
    version: apiVersion.slice(apiVersion.lastIndexOf('/') + 1),
    kind,
    objects,
    unreadable: items.length - objects.length,
  };
}
