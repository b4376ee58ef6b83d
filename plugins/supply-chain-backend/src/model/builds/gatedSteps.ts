import type { ContainerState } from '../objects/ContainerState';
import type { NamedState } from './NamedState';

/**
 * In sidecar mode all steps start with the pod, and each waits in its container for the one before it (kpack
 * cmd/build-waiter); when one fails, the rest end as failed too. What they really did: one at a time, none after a failure.
 */
export function gatedSteps(steps: readonly NamedState[]): NamedState[] {
  let gate: ContainerState = { kind: 'absent' };
  return steps.map(({ name, state }, index) => {
    const before: ContainerState = gate;
    const open =
      index === 0 || (before.kind === 'terminated' && before.exitCode === 0);
    const real = open ? startedAfter(state, before) : notReached(before);
    gate = real;
    return { name, state: real };
  });
}

function notReached(before: ContainerState): ContainerState {
  return before.kind === 'running' || before.kind === 'waiting'
    ? { kind: 'waiting' }
    : { kind: 'absent' };
}

/** It began to work when the one before it ended. */
function startedAfter(
  state: ContainerState,
  before: ContainerState,
): ContainerState {
  if (state.kind !== 'running' && state.kind !== 'terminated') return state;
  const ended = before.kind === 'terminated' ? before.finishedAt : undefined;
  const { startedAt } = state;
  return ended !== undefined &&
    (startedAt === undefined || Date.parse(ended) > Date.parse(startedAt))
    ? { ...state, startedAt: ended }
    : state;
}
