import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { condition } from '../play/condition.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { buildsOf } from './buildsOf.ts';

const PODS = { group: '', plural: 'pods' };

/** A Build that is under way, with its pod. */
export interface OpenBuild {
  readonly build: KubeObject;
  readonly pod: KubeObject;
}

/** The newest Build of an Image, when it has not ended and its pod has started a step: one that has started none is stuck. */
export function openBuildOf(
  state: ClusterState,
  image: KubeObject,
): OpenBuild | undefined {
  const build = buildsOf(state, image).at(-1);
  if (!build) return undefined;
  const status = condition(build, 'Succeeded')?.status;
  if (status === 'True' || status === 'False') return undefined;
  const { namespace, name } = build.metadata;
  const pod = state
    .list(PODS, namespace ? { namespace } : {})
    .items.find(each => each.metadata.labels?.['kpack.io/build'] === name);
  return pod && hasStarted(pod) ? { build, pod } : undefined;
}

function hasStarted(pod: KubeObject): boolean {
  return [
    ...listAt(pod, 'status', 'initContainerStatuses'),
    ...listAt(pod, 'status', 'containerStatuses'),
  ].some(
    container =>
      at(container, 'state', 'running') !== undefined ||
      at(container, 'state', 'terminated') !== undefined,
  );
}
