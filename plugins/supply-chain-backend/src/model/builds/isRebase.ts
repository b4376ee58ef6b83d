import type { BuildObject } from '../objects/BuildObject';
import type { PodObject } from '../objects/PodObject';
import { REBASE_STEPS } from './stepNames';

/** Layers are moved onto a new run image and no buildpack runs. Known from the steps; before there are any, from kpack's rule for it. */
export function isRebase(
  build: BuildObject,
  pod: PodObject | undefined,
): boolean {
  if (pod && pod.containers.length > 0)
    return pod.containers.some(each => each.name === 'rebase');
  if (build.stepsCompleted.length > 0)
    return build.stepsCompleted[0] === 'rebase';
  if (build.stepStates.length > 0)
    return build.stepStates.length === REBASE_STEPS.length;
  return (
    build.reasons.length === 1 &&
    build.reasons[0] === 'STACK' &&
    build.lastBuildStackId !== undefined
  );
}
