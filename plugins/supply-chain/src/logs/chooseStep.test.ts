import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { chooseStep } from './chooseStep';

const steps = (...states: StepView['state'][]): StepView[] =>
  states.map((state, index) => ({
    name: ['prepare', 'detect', 'build', 'export'][index] ?? '',
    state,
  }));
const [ok, bad, no, run, wait] = [
  'succeeded',
  'failed',
  'not-run',
  'running',
  'waiting',
] as const;

describe('chooseStep', () => {
  it.each([
    ['the one asked for', steps(ok, ok, bad, no), 'prepare', 'prepare'],
    ['the failed one', steps(ok, ok, bad, no), undefined, 'build'],
    ['the failed one for a name that is none', steps(ok, bad), 'x', 'detect'],
    ['the running one', steps(ok, run, wait, wait), undefined, 'detect'],
    ['build, when all is well', steps(ok, ok, ok, ok), undefined, 'build'],
    ['the last that ran', steps(ok, ok, wait, wait), undefined, 'detect'],
    ['the first, before any ran', steps(wait, wait), undefined, 'prepare'],
    ['none of none', [], undefined, undefined],
  ])('%s', (_, given, asked, name) =>
    expect(chooseStep(given, asked)?.name).toBe(name),
  );

  it.each([
    ['the one that took longest, where none is called build', [3, 10, 1], 1],
    ['the last of those that took as long', [0, 0], 1],
  ])('%s', (_, seconds, index) => {
    const done = seconds.map((took, n) => ({
      name: `step-${n}`,
      state: ok,
      durationMs: took * 1000,
    }));
    expect(chooseStep(done, undefined)?.name).toBe(`step-${index}`);
  });
});
