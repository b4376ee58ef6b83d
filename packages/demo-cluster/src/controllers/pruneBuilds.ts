import { numberAt } from '../json/numberAt.ts';
import { condition } from '../play/condition.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import { buildsOf } from './buildsOf.ts';
import { KIND } from './kinds.ts';

/** kpack's defaults (pkg/apis/build/v1alpha2/image_types.go). */
const HISTORY_LIMIT = 10;

/** Older Builds go, and their pods with them, as the Image's history limits say. */
export function pruneBuilds(
  state: ClusterState,
  namespace: string,
  name: string,
): void {
  const image = state.get(KIND.image, namespace, name);
  if (!image) return;
  const builds = buildsOf(state, image);
  for (const [status, field] of [
    ['True', 'successBuildHistoryLimit'],
    ['False', 'failedBuildHistoryLimit'],
  ] as const) {
    const limit = numberAt(image.spec, field) || HISTORY_LIMIT;
    const ended = builds.filter(
      b => condition(b, 'Succeeded')?.status === status,
    );
    for (const old of ended.slice(0, Math.max(0, ended.length - limit)))
      state.remove(KIND.build, namespace, old.metadata.name);
  }
}
