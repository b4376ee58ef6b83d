import { textAt } from '../json/textAt.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { KIND } from './kinds.ts';

/** The Builder or ClusterBuilder that an Image names. */
export function builderOf(
  state: ClusterState,
  image: KubeObject,
): KubeObject | undefined {
  const name = textAt(image, 'spec', 'builder', 'name') ?? '';
  return textAt(image, 'spec', 'builder', 'kind') === 'Builder'
    ? state.get(KIND.builder, image.metadata.namespace, name)
    : state.get(KIND.clusterBuilder, undefined, name);
}
