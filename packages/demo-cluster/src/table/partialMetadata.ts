import type { KubeObject } from '../state/KubeObject.ts';

/** The form `as=PartialObjectMetadata`. */
export function partialMetadata(object: KubeObject): object {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: object.metadata,
  };
}
