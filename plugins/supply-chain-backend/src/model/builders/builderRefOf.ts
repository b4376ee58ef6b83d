import type { BuilderRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuilderObject } from '../objects/BuilderObject';

/** A builder as one asks for it; the namespace of a ClusterBuilder is empty. */
export function builderRefOf(
  cluster: string,
  { meta: { namespace, name } }: BuilderObject,
): BuilderRef {
  return namespace === ''
    ? { cluster, kind: 'ClusterBuilder', name }
    : { cluster, kind: 'Builder', namespace, name };
}
