import type { KubeObject } from '../state/KubeObject.ts';

/** What a push is told to go to. */
export function targetOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
