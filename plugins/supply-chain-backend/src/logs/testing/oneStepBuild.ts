import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ContainerStates } from '../ContainerStates';

/** A build whose only step is one container, as far as its logs are concerned. */
export function oneStepBuild(states: Pick<ContainerStates, 'of'>): BuildView {
  const ended = states.of(TARGET) === 'ended';
  const build: Partial<BuildView> = {
    ref: { cluster: 'build', namespace: 'shop', name: 'payments-build-1' },
    phase: ended
      ? { kind: 'succeeded' }
      : { kind: 'running', since: '2026-11-22T21:00:00Z' },
    pod: { name: TARGET.pod, present: true },
    steps: [{ name: TARGET.container, state: ended ? 'succeeded' : 'running' }],
    problems: [],
  };
  return build as BuildView;
}

export const TARGET = {
  cluster: 'build',
  namespace: 'shop',
  pod: 'payments-build-1-build-pod',
  uid: 'uid',
  container: 'build',
};
