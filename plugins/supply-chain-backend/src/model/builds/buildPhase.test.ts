import { readBuild } from '../objects/readBuild';
import { readEvent } from '../objects/readEvent';
import { readPod } from '../objects/readPod';
import { buildPhase } from './buildPhase';
import { buildSteps } from './buildSteps';
import { BUILD_STEPS } from './stepNames';

const CREATED = '2026-11-22T21:00:00Z';
const NOW = Date.parse('2026-11-22T21:01:00Z');

type State = object;
const running = { running: { startedAt: '2026-11-22T21:00:20Z' } };
const waiting = { waiting: { reason: 'PodInitializing' } };
const ended = (exitCode: number, more: object = {}) => ({
  terminated: {
    exitCode,
    startedAt: '2026-11-22T21:00:10Z',
    finishedAt: '2026-11-22T21:00:12Z',
    ...more,
  },
});

/** A pod whose first steps are in these states and the others wait. */
function pod(states: readonly State[], more: { status?: object } = {}) {
  const all = BUILD_STEPS.map((name, i) => ({
    name,
    state: states[i] ?? waiting,
  }));
  return readPod({
    metadata: { name: 'p', namespace: 'ns' },
    spec: {
      initContainers: BUILD_STEPS.slice(0, 6).map(name => ({ name })),
      containers: [{ name: 'completion' }],
    },
    status: {
      initContainerStatuses: all.slice(0, 6),
      containerStatuses: all.slice(6),
      ...more.status,
    },
  });
}

function build(status: object = {}, created = CREATED) {
  return readBuild({
    metadata: { name: 'b', namespace: 'ns', creationTimestamp: created },
    status,
  });
}

const succeeded = (status: string, more: object = {}) => ({
  podName: 'p',
  conditions: [{ type: 'Succeeded', status, ...more }],
});

const phaseOf = (
  b: ReturnType<typeof build>,
  p?: ReturnType<typeof pod>,
  events: readonly ReturnType<typeof readEvent>[] = [],
) => buildPhase(b, p, events, NOW);

const ok = ended(0);
const unknown = succeeded('Unknown');

describe('buildPhase', () => {
  it.each([
    ['nothing is known yet', build(), undefined, { kind: 'queued' }],
    [
      'its pod has no states yet',
      build(unknown),
      readPod({ metadata: { name: 'p', namespace: 'ns' } }),
      { kind: 'queued' },
    ],
    ['its first step waits', build(unknown), pod([]), { kind: 'queued' }],
    [
      'the first step runs',
      build(unknown),
      pod([running]),
      { kind: 'running', step: 'prepare', since: '2026-11-22T21:00:20Z' },
    ],
    [
      'the fifth step runs',
      build(unknown),
      pod([ok, ok, ok, ok, running]),
      { kind: 'running', step: 'build', since: '2026-11-22T21:00:20Z' },
    ],
    [
      'it is between two steps',
      build(unknown),
      pod([ok, ok]),
      { kind: 'running', step: 'detect', since: '2026-11-22T21:00:12Z' },
    ],
    [
      'a step has failed and kpack has not said so',
      build(unknown),
      pod([ok, ok, ended(20)]),
      { kind: 'finishing' },
    ],
    [
      'all steps have ended and kpack has not said so',
      build(unknown),
      pod([ok, ok, ok, ok, ok, ok, ok]),
      { kind: 'finishing' },
    ],
    [
      'kpack says True',
      build(succeeded('True')),
      undefined,
      { kind: 'succeeded' },
    ],
    [
      'kpack says True while its pod was ended, as in sidecar mode',
      build(succeeded('True')),
      pod([ok, ok, ok, ok, ok, ok, ok], {
        status: { phase: 'Failed', reason: 'DeadlineExceeded' },
      }),
      { kind: 'succeeded' },
    ],
    [
      'the pod cannot be scheduled',
      build(unknown),
      pod([], {
        status: {
          initContainerStatuses: [],
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/1 nodes are available: 1 Insufficient memory.',
            },
          ],
        },
      }),
      {
        kind: 'queued',
        says: 'cannot be scheduled: 0/1 nodes are available: 1 Insufficient memory.',
      },
    ],
    [
      'an image cannot be pulled',
      build(unknown),
      pod([
        {
          waiting: {
            reason: 'ImagePullBackOff',
            message: 'Back-off pulling image "x"',
          },
        },
      ]),
      {
        kind: 'stuck',
        reason: 'ImagePullBackOff',
        says: 'step prepare: the image cannot be pulled: Back-off pulling image "x"',
      },
    ],
    [
      'only the Build tells that an image cannot be pulled',
      build(
        succeeded('Unknown', {
          reason: 'ErrImagePull',
          message: 'Container prepare waiting',
        }),
      ),
      undefined,
      {
        kind: 'stuck',
        reason: 'ErrImagePull',
        says: 'the image cannot be pulled',
      },
    ],
    [
      'a step ran out of memory',
      build(
        succeeded('False', {
          message:
            'Error:  Container build terminated with error     Installing Node: For more info use `kubectl logs -n ns p -c build`',
        }),
      ),
      pod([ok, ok, ok, ok, ended(137, { reason: 'OOMKilled' })]),
      {
        kind: 'failed',
        step: 'build',
        exitCode: 137,
        meaning: 'out of memory',
        says: 'out of memory (build, exit 137)',
      },
    ],
    [
      'prepare ends with the cause itself',
      build(
        succeeded('False', {
          message:
            'Error:  Container prepare terminated with error Error verifying write access to "reg/app": UNAUTHORIZED: For more info use `kubectl logs -n ns p -c prepare`',
        }),
      ),
      pod([ended(1)]),
      {
        kind: 'failed',
        step: 'prepare',
        exitCode: 1,
        meaning: 'kpack could not prepare the build',
        says: 'kpack could not prepare the build (prepare, exit 1): Error verifying write access to "reg/app": UNAUTHORIZED',
      },
    ],
    [
      'the node evicted it',
      build(
        succeeded('False', {
          message:
            'Error: The node was low on resource: memory. Threshold quantity: 100Mi. Container build terminated with error \r  35%',
        }),
      ),
      pod([ok, ok, ok, ok, ended(2)], { status: { reason: 'Evicted' } }),
      {
        kind: 'failed',
        step: 'build',
        exitCode: 2,
        meaning: 'evicted: The node was low on resource: memory',
        says: 'evicted: The node was low on resource: memory (build, exit 2)',
      },
    ],
    [
      'it ran into its timeout',
      build(
        succeeded('False', {
          message:
            'Pod was active on the node longer than the specified deadline',
        }),
      ),
      pod([ok, ok, ok, ok, ended(143)]),
      {
        kind: 'failed',
        step: 'build',
        exitCode: 143,
        meaning: 'took longer than its build timeout',
        says: 'took longer than its build timeout (build, exit 143)',
      },
    ],
    [
      'it failed with nothing but a progress bar to say',
      build(
        succeeded('False', {
          message:
            'Error:  Container build terminated with error \r      ⠙ ███░ \r: For more info use `kubectl logs -n ns p -c build`',
        }),
      ),
      pod([ok, ok, ok, ok, ended(2)]),
      {
        kind: 'failed',
        step: 'build',
        exitCode: 2,
        says: 'the build failed (build, exit 2)',
      },
    ],
    [
      'only the message is left, and names the step',
      build(
        succeeded('False', {
          message:
            'Error:  Container detect terminated with error ERROR: failed to detect: no buildpacks participating: For more info use `kubectl logs -n ns p -c detect`',
        }),
      ),
      undefined,
      { kind: 'failed', step: 'detect', says: 'the build failed (detect)' },
    ],
    [
      'kpack refused it and never made a pod',
      build({
        conditions: [
          {
            type: 'Succeeded',
            status: 'False',
            message: 'secrets "x" not found',
          },
        ],
      }),
      undefined,
      { kind: 'rejected', says: 'secrets "x" not found' },
    ],
  ])('when %s', (_, b, p, expected) => {
    expect(phaseOf(b, p)).toEqual(expected);
  });

  it('is stuck when only an event tells that a volume cannot be mounted, and until a step starts', () => {
    const event = readEvent({
      involvedObject: { kind: 'Pod', namespace: 'ns', name: 'p' },
      reason: 'FailedMount',
      message: 'secret "npm-token" not found',
    });
    expect(phaseOf(build(unknown), pod([]), [event])).toEqual({
      kind: 'stuck',
      reason: 'FailedMount',
      says: 'a volume cannot be mounted: secret "npm-token" not found',
    });
    expect(phaseOf(build(unknown), pod([running]), [event]).kind).toBe(
      'running',
    );
  });

  it('says where to look when a build has been queued for long and no event is known', () => {
    const phase = phaseOf(build(unknown, '2026-11-22T20:31:00Z'), pod([]));
    expect(phase).toMatchObject({
      kind: 'queued',
      says: expect.stringContaining('30 minutes'),
    });
  });
});

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
      build({
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
      build({
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
    expect(buildSteps(build(unknown), sidecars).map(step => step.name)).toEqual(
      ['pre-start', ...BUILD_STEPS],
    );
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
      buildSteps(build(unknown), foreign).map(
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
      build({ ...succeeded('True'), stepsCompleted: ['rebase', 'completion'] }),
      undefined,
    );
    expect(steps).toEqual([
      { name: 'rebase', state: 'succeeded', exitCode: 0 },
      { name: 'completion', state: 'succeeded', exitCode: 0 },
    ]);
  });

  it('never shows the metadata that kpack hides in the last message', () => {
    const message = Buffer.from('x'.repeat(300)).toString('base64');
    const b = build({
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
        build({ conditions: [{ type: 'Succeeded', status: 'False' }] }),
        undefined,
      ),
    ).toEqual([]);
  });
});
