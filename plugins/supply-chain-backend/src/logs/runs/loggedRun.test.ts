import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { loggedRun } from './loggedRun';
import type { RunPod } from './RunPod';
import type { RunTask } from './RunTask';

const ref = { cluster: 'c', namespace: 'ns', name: 'run' };
const taskRun = { ...ref, resource: 'taskruns.tekton.dev' };
const pipelineRun = { ...ref, resource: 'pipelineruns.tekton.dev' };

const there: RunPod = { state: 'there', name: 'pod' };
const gone: RunPod = { state: 'gone' };
const unknown = (because: 'loading' | 'denied'): RunPod => ({
  state: 'unknown',
  problem:
    because === 'loading'
      ? { because, cluster: 'c', resource: 'pods' }
      : { because, cluster: 'c', resource: 'pods', verb: 'list' },
});

function task(
  name: string,
  pod: RunPod,
  { state = 'succeeded' as StepView['state'], ended = true } = {},
): RunTask {
  const view = { name, state };
  return { ended, pod, steps: [{ view, container: `step-${name}` }] };
}

describe('loggedRun', () => {
  it('knows the container of each step, whichever pod it is in', () => {
    const other: RunPod = { state: 'there', name: 'other' };
    const tasks = [task('a--x', there), task('b--x', other)];
    const logged = loggedRun(pipelineRun, 'succeeded', tasks);
    expect(logged.steps.map(({ name }) => name)).toEqual(['a--x', 'b--x']);
    expect(logged.target('a--x')).toMatchObject({ pod: 'pod' });
    expect(logged.target('b--x')).toEqual({
      ...{ pod: 'other', container: 'step-b--x' },
    });
  });

  it.each([
    ['of a TaskRun that runs', taskRun, 'running', true, false],
    ['of a TaskRun that has ended', taskRun, 'failed', true, true],
    ['of a PipelineRun that runs', pipelineRun, 'running', false, false],
    ['of a PipelineRun that has ended', pipelineRun, 'cancelled', true, true],
  ] as const)(
    '%s it knows what is still to come',
    (_, of, phase, all, over) => {
      expect(loggedRun(of, phase, [task('x', there)])).toMatchObject({
        ...{ all, over },
      });
    },
  );

  it('is not over while the pod is still being read', () => {
    const logged = loggedRun(taskRun, 'failed', [
      task('x', unknown('loading')),
    ]);
    expect([logged.over, logged.target('x')]).toEqual([false, 'later']);
  });

  it.each([
    ['the pod of a task that has ended', gone, true, 'gone'],
    ['a pod that Tekton will make anew', gone, false, 'later'],
    ['a pod that may not be read', unknown('denied'), true, 'later'],
  ] as const)('%s', (_, pod, ended, expected) => {
    const logged = loggedRun(taskRun, ended ? 'succeeded' : 'running', [
      task('x', pod, { ended }),
    ]);
    expect(logged.target('x')).toBe(expected);
  });

  it.each([
    ['waits', 'running', there, 'waiting', 'LogsWaiting'],
    ['is gone', 'succeeded', gone, 'succeeded', 'LogsGone'],
    ['never was', 'failed', gone, 'not-run', 'NoSuchObject'],
    ['may not be read', 'failed', unknown('denied'), 'failed', 'Unavailable'],
  ] as const)('says why a log %s', (_, phase, pod, state, name) => {
    const logged = loggedRun(taskRun, phase, [task('x', pod, { state })]);
    expect(logged.nothing('x')).toMatchObject({ name });
    expect(logged.nothing(undefined)).toMatchObject({ name });
  });
});
