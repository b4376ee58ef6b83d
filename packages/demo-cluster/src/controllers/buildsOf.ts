import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { KIND } from './kinds.ts';

/** kpack's labels on every Build. */
const IMAGE = 'image.kpack.io/image';
const NUMBER = 'image.kpack.io/buildNumber';

/** The Builds of an Image, oldest first; by number, since names sort 10 before 2. */
export function buildsOf(state: ClusterState, image: KubeObject): KubeObject[] {
  const { namespace, name } = image.metadata;
  return state
    .list(KIND.build, namespace ? { namespace } : {})
    .items.filter(build => build.metadata.labels?.[IMAGE] === name)
    .sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf(build: KubeObject): number {
  return Number(build.metadata.labels?.[NUMBER]) || 0;
}
