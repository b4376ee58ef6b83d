import type { ContainerState } from '../objects/ContainerState';
import { gatedSteps } from './gatedSteps';

const at = (second: number) => `2026-11-22T21:11:0${second}Z`;
const ended = (second: number, exitCode = 0): ContainerState => ({
  kind: 'terminated',
  exitCode,
  startedAt: at(0),
  finishedAt: at(second),
});
const running: ContainerState = { kind: 'running', startedAt: at(0) };
const steps = (...states: ContainerState[]) =>
  states.map((state, i) => ({
    name: ['prepare', 'analyze', 'detect'][i] ?? '',
    state,
  }));
const after = (...states: ContainerState[]) =>
  gatedSteps(steps(...states)).map(({ state }) => state);

describe('gatedSteps', () => {
  it('lets only the first that has not ended run', () => {
    expect(after(ended(2), running, running)).toEqual([
      ended(2),
      { kind: 'running', startedAt: at(2) },
      { kind: 'waiting' },
    ]);
  });

  it('dates each from the end of the one before', () => {
    expect(after(ended(1), ended(3), ended(4))).toEqual([
      ended(1),
      { ...ended(3), startedAt: at(1) },
      { ...ended(4), startedAt: at(3) },
    ]);
  });

  it('tells the step that failed from those that ended because of it', () => {
    expect(after(ended(1), ended(2, 1), ended(2, 1))).toEqual([
      ended(1),
      { ...ended(2, 1), startedAt: at(1) },
      { kind: 'absent' },
    ]);
  });

  it('keeps what waits for its image', () => {
    const pulling: ContainerState = {
      kind: 'waiting',
      reason: 'ErrImagePull',
    };
    expect(after(pulling, running)).toEqual([pulling, { kind: 'waiting' }]);
  });

  it('keeps what has not said anything', () => {
    expect(after({ kind: 'absent' }, running)).toEqual([
      { kind: 'absent' },
      { kind: 'absent' },
    ]);
  });
});
