import { readPod } from '../objects/readPod';
import { kpackBuild, succeeded } from '../testing/kpackBuild';
import { ended, ok, running, waiting } from '../testing/stepStates';
import { buildSteps } from './buildSteps';
import { BUILD_STEPS } from './stepNames';

describe('buildSteps', () => {
  const stepStates = (states: readonly object[]) => ({
    podName: 'p',
    stepStates: states,
  });
  const said = (name: string, code = 0) =>
    ended(code, {
      message: `Container ${name} terminated ${
        code ? 'with error' : 'successfully'
      }`,
    });

  it("names the Build's nameless states where its messages agree, after the pod is gone", () => {
    const steps = buildSteps(
      kpackBuild({
        ...succeeded('False'),
        ...stepStates([
          said('prepare'),
          said('analyze'),
          said('detect', 20),
          waiting,
          waiting,
          waiting,
          waiting,
        ]),
      }),
      undefined,
    );
    expect(steps.map(step => `${step.name} ${step.state}`)).toEqual([
      'prepare succeeded',
      'analyze succeeded',
      'detect failed',
      'restore not-run',
      'build not-run',
      'export not-run',
      'completion not-run',
    ]);
  });

  it('does not trust the order of nameless states that ended out of order, as in sidecar mode', () => {
    const at = (second: number) =>
      ended(0, { finishedAt: `2026-11-22T21:00:1${second}Z` });
    // analyze, build, completion, detect, export, prepare, restore
    const steps = buildSteps(
      kpackBuild({
        ...succeeded('True'),
        ...stepStates([2, 5, 7, 3, 6, 1, 4].map(at)),
        stepsCompleted: [...BUILD_STEPS],
      }),
      undefined,
    );
    expect(steps.map(step => step.name)).toEqual([...BUILD_STEPS]);
    expect(steps.every(step => step.state === 'succeeded')).toBe(true);
    expect(steps.every(step => step.finishedAt === undefined)).toBe(true);
  });

  it('orders the containers of sidecar mode as they run, not by name', () => {
    const names = [...BUILD_STEPS].sort();
    const sidecars = readPod({
      metadata: { name: 'p', namespace: 'ns' },
      spec: {
        initContainers: [{ name: 'pre-start' }],
        containers: names.map(name => ({ name })),
      },
      status: {
        initContainerStatuses: [{ name: 'pre-start', state: ok }],
        containerStatuses: [...names, 'istio-proxy'].map(name => ({
          name,
          state: running,
        })),
      },
    });
    expect(
      buildSteps(kpackBuild(succeeded('Unknown')), sidecars).map(
        step => step.name,
      ),
    ).toEqual(['pre-start', ...BUILD_STEPS]);
  });

  it('takes in init containers that others put there', () => {
    const foreign = readPod({
      metadata: { name: 'p', namespace: 'ns' },
      spec: {
        initContainers: [{ name: 'setup-ca-certs' }, { name: 'prepare' }],
        containers: [{ name: 'completion' }],
      },
      status: {
        initContainerStatuses: [
          { name: 'prepare', state: running },
          { name: 'setup-ca-certs', state: ok },
        ],
      },
    });
    expect(
      buildSteps(kpackBuild(succeeded('Unknown')), foreign).map(
        step => `${step.name} ${step.state}`,
      ),
    ).toEqual([
      'setup-ca-certs succeeded',
      'prepare running',
      'completion waiting',
    ]);
  });

  it('says what is completed when nothing else is known', () => {
    const steps = buildSteps(
      kpackBuild({
        ...succeeded('True'),
        stepsCompleted: ['rebase', 'completion'],
      }),
      undefined,
    );
    expect(steps).toEqual([
      { name: 'rebase', state: 'succeeded', exitCode: 0 },
      { name: 'completion', state: 'succeeded', exitCode: 0 },
    ]);
  });

  it('never shows the metadata that kpack hides in the last message', () => {
    const message = Buffer.from('x'.repeat(300)).toString('base64');
    const b = kpackBuild({
      ...succeeded('True'),
      ...stepStates([said('rebase'), ended(0, { message })]),
    });
    expect(JSON.stringify([b, buildSteps(b, undefined)])).not.toContain(
      message,
    );
  });

  it('has no steps for a build that never began', () => {
    expect(
      buildSteps(
        kpackBuild({ conditions: [{ type: 'Succeeded', status: 'False' }] }),
        undefined,
      ),
    ).toEqual([]);
  });
});
