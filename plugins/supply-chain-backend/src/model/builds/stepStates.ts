import type { BuildObject } from '../objects/BuildObject';
import type { ContainerState } from '../objects/ContainerState';
import type { PodObject } from '../objects/PodObject';
import { gatedSteps } from './gatedSteps';
import { isRebase } from './isRebase';
import type { NamedState } from './NamedState';
import { BUILD_STEPS, REBASE_STEPS } from './stepNames';

const KNOWN: readonly string[] = [...BUILD_STEPS, 'rebase'];

/** kpack's own words for a container that said nothing: they name it. */
const NAMED = /^Container (\S+) (?:terminated|waiting)/;

/**
 * The steps of a build with their states, in the order in which they run: from the pod, else from the Build's nameless
 * `stepStates` where their names can be proved, else from `stepsCompleted`, else all of them waiting.
 */
export function stepStates(
  build: BuildObject,
  pod: PodObject | undefined,
): readonly NamedState[] {
  const planned = isRebase(build, pod) ? REBASE_STEPS : BUILD_STEPS;
  const fromPod = pod ? podSteps(pod) : [];
  if (fromPod.some(step => step.state.kind !== 'absent')) return fromPod;
  const named = nameStates(build, planned);
  if (named) return named;
  const names = new Set([
    ...(fromPod.length > 0 ? fromPod.map(step => step.name) : planned),
    ...build.stepsCompleted,
  ]);
  return [...names].map(name => ({
    name,
    state: build.stepsCompleted.includes(name)
      ? { kind: 'terminated', exitCode: 0 }
      : { kind: 'absent' },
  }));
}

/**
 * Init containers are steps, foreign ones too. Of the ordinary ones only kpack's own are: in sidecar mode that is all of them,
 * then sorted by name, so they are put into their order here; what a mesh injects is no step.
 */
function podSteps(pod: PodObject): readonly NamedState[] {
  const init = pod.containers.filter(each => each.init);
  const ordinary = pod.containers
    .filter(each => !each.init && KNOWN.includes(each.name))
    .sort((a, b) => KNOWN.indexOf(a.name) - KNOWN.indexOf(b.name));
  return [...init, ...(ordinary.length > 1 ? gatedSteps(ordinary) : ordinary)];
}

/** Names for `stepStates`, only when kpack's messages and the times agree with them. */
function nameStates(
  build: BuildObject,
  planned: readonly string[],
): readonly NamedState[] | undefined {
  const states = build.stepStates;
  if (states.length === 0) return undefined;
  const said = states.map(state =>
    'message' in state ? NAMED.exec(state.message ?? '')?.[1] : undefined,
  );
  if (
    states.length === planned.length &&
    said.every((name, i) => name === undefined || name === planned[i]) &&
    endInOrder(states)
  )
    return states.map((state, i) => ({ name: planned[i] ?? '', state }));
  if (said.some(name => name === undefined)) return undefined;
  return states
    .map((state, i) => ({ name: said[i] ?? '', state }))
    .sort((a, b) => KNOWN.indexOf(a.name) - KNOWN.indexOf(b.name));
}

/** Sidecar mode sorts by name, and then the ends are out of order. */
function endInOrder(states: readonly ContainerState[]): boolean {
  const ends = states.flatMap(state =>
    state.kind === 'terminated' && state.finishedAt
      ? Date.parse(state.finishedAt)
      : [],
  );
  return ends.every((end, i) => i === 0 || end >= (ends[i - 1] ?? 0));
}
