import type {
  StagePhase,
  StageRunView,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../../model/objects/OwnerStatus';
import { phaseByRuns } from './phaseByRuns';

const READY: StagePhase = { kind: 'ready' };
const WRITES: RealizedResource = {
  name: 'config-writer',
  inputs: ['app-config'],
  outputs: [],
  conditions: [],
};
const TESTS: RealizedResource = {
  name: 'source-tester',
  templateRef: { kind: 'ClusterSourceTemplate', name: 'testing-pipeline' },
  inputs: ['source-provider'],
  outputs: [{ name: 'revision', preview: `main@sha1:${'a'.repeat(40)}\n` }],
  conditions: [],
};

function run(
  name: string,
  phase: StageRunView['phase'],
  more: Partial<StageRunView> = {},
): StageRunView {
  return {
    ...{ kind: 'TaskRun', resource: 'taskruns.tekton.dev', name, phase },
    ...{ tasks: [], outputs: [] },
    ...more,
  };
}

const of = (
  phase: StagePhase,
  list: readonly StageRunView[],
  stage = TESTS,
): StagePhase => {
  const current = list.find(each => each.phase === 'succeeded')?.name;
  return phaseByRuns(
    phase,
    { list: [...list], cut: false, ...(current ? { current } : {}) },
    stage,
  );
};

const FAILED = run('run-4', 'failed', { says: 'step test failed, exit 1' });
const GOOD = run('run-3', 'succeeded');

describe('the phase of a stage by its runs', () => {
  it('has failed where the newest run has, whatever the conditions say of the one before', () => {
    expect(of(READY, [FAILED, GOOD])).toEqual({
      kind: 'failed',
      says: 'run run-4 failed: step test failed, exit 1',
      owner: 'developer',
      stillServing: 'aaaaaaa from run run-3',
    });
  });

  it('says whose output goes on being served where the conditions tell of the failure too', () => {
    const told: StagePhase = {
      kind: 'failed',
      says: 'as Cartographer has it',
      stillServing: 'aaaaaaa',
    };
    expect(of(told, [FAILED, run('run-2', 'failed'), GOOD])).toMatchObject({
      says: 'as Cartographer has it',
      stillServing: 'aaaaaaa from run run-3',
    });
  });

  it('names no run where none is left that made the output, and serves nothing where there is no output', () => {
    expect(of(READY, [FAILED])).toMatchObject({ stillServing: 'aaaaaaa' });
    expect(of(READY, [FAILED, GOOD], WRITES)).toEqual({
      kind: 'failed',
      says: 'run run-4 failed: step test failed, exit 1',
      owner: 'platform',
    });
  });

  it('was cancelled, which is no failure of anybody, and still not ready', () => {
    expect(of(READY, [run('run-4', 'cancelled'), GOOD])).toMatchObject({
      kind: 'failed',
      says: 'run run-4 was cancelled',
    });
  });

  it.each([READY, { kind: 'failed', says: 'run-3 failed' } as const])(
    'is running while a newer run is under way, over %j',
    phase => {
      const step: StepView = {
        ...{ name: 'test', state: 'running' },
        startedAt: '2030-01-01T00:00:05Z',
      };
      const tasks = [{ taskRun: 'run-4', steps: [step] }];
      expect(of(phase, [run('run-4', 'running', { tasks }), GOOD])).toEqual({
        kind: 'running',
        says: 'run run-4',
        step: 'test',
        since: '2030-01-01T00:00:05Z',
      });
      const createdAt = '2030-01-01T00:00:00Z';
      expect(of(phase, [run('run-4', 'pending', { createdAt }), GOOD])).toEqual(
        { kind: 'running', says: 'run run-4 waits to start', since: createdAt },
      );
    },
  );

  it.each<StagePhase>([
    READY,
    { kind: 'running', says: 'Cartographer has not looked yet' },
    { kind: 'failed', says: 'the policy is violated' },
  ])('stays %j where the newest run went well', phase => {
    expect(of(phase, [GOOD, FAILED])).toBe(phase);
  });

  it.each<StagePhase>([
    { kind: 'waiting', for: 'source-provider' },
    { kind: 'misconfigured', says: 'no such template', owner: 'platform' },
    { kind: 'skipped' },
    { kind: 'planned' },
    { kind: 'unknown' },
  ])('stays %j whatever runs are left of before', phase => {
    expect(of(phase, [FAILED, GOOD])).toBe(phase);
  });

  it('stays as it is without runs', () => {
    expect(phaseByRuns(READY, undefined, TESTS)).toBe(READY);
    expect(of(READY, [])).toBe(READY);
  });
});
