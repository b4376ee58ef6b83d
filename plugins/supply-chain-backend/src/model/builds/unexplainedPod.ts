import type { BuildObject } from '../objects/BuildObject';
import type { PodObject } from '../objects/PodObject';
import type { Surroundings } from '../Surroundings';
import { isFinished } from './isFinished';
import { podOf } from './podOf';
import { stepStates } from './stepStates';

/**
 * The pod of a build that is scheduled and has started nothing: neither its status nor the Build's says why (a volume
 * that cannot be mounted looks like any other start), so only its events can. Undefined when nothing is left to explain.
 */
export function unexplainedPod(
  build: BuildObject,
  around: Pick<Surroundings, 'podOfBuild'>,
): PodObject | undefined {
  if (isFinished(build)) return undefined;
  const pod = podOf(build, around);
  if (!pod) return undefined;
  const started = stepStates(build, pod).some(
    ({ state }) => state.kind === 'running' || state.kind === 'terminated',
  );
  return started ? undefined : pod;
}
