import { readEvent } from '../objects/readEvent';
import { readPod } from '../objects/readPod';
import { kpackBuild, succeeded } from '../testing/kpackBuild';
import { ended, ok, running, waiting } from '../testing/stepStates';
import { buildPhase } from './buildPhase';
import { BUILD_STEPS } from './stepNames';

const NOW = Date.parse('2026-11-22T21:01:00Z');

/** A pod whose first steps are in these states and the others wait. */
function pod(states: readonly object[], more: { status?: object } = {}) {
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

const phaseOf = (
  b: ReturnType<typeof kpackBuild>,
  p?: ReturnType<typeof pod>,
  events: readonly ReturnType<typeof readEvent>[] = [],
) => buildPhase(b, p, events, NOW);

const unknown = succeeded('Unknown');

describe('buildPhase', () => {
  it.each([
    ['nothing is known yet', kpackBuild(), undefined, { kind: 'queued' }],
    [
      'its pod has no states yet',
      kpackBuild(unknown),
      readPod({ metadata: { name: 'p', namespace: 'ns' } }),
      { kind: 'queued' },
    ],
    ['its first step waits', kpackBuild(unknown), pod([]), { kind: 'queued' }],
    [
      'the first step runs',
      kpackBuild(unknown),
      pod([running]),
      { kind: 'running', step: 'prepare', since: '2026-11-22T21:00:20Z' },
    ],
    [
      'the fifth step runs',
      kpackBuild(unknown),
      pod([ok, ok, ok, ok, running]),
      { kind: 'running', step: 'build', since: '2026-11-22T21:00:20Z' },
    ],
    [
      'it is between two steps',
      kpackBuild(unknown),
      pod([ok, ok]),
      { kind: 'running', step: 'detect', since: '2026-11-22T21:00:12Z' },
    ],
    [
      'a step has failed and kpack has not said so',
      kpackBuild(unknown),
      pod([ok, ok, ended(20)]),
      { kind: 'finishing' },
    ],
    [
      'all steps have ended and kpack has not said so',
      kpackBuild(unknown),
      pod([ok, ok, ok, ok, ok, ok, ok]),
      { kind: 'finishing' },
    ],
    [
      'kpack says True',
      kpackBuild(succeeded('True')),
      undefined,
      { kind: 'succeeded' },
    ],
    [
      'kpack says True while its pod was ended, as in sidecar mode',
      kpackBuild(succeeded('True')),
      pod([ok, ok, ok, ok, ok, ok, ok], {
        status: { phase: 'Failed', reason: 'DeadlineExceeded' },
      }),
      { kind: 'succeeded' },
    ],
    [
      'the pod cannot be scheduled',
      kpackBuild(unknown),
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
      kpackBuild(unknown),
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
      kpackBuild(
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
      kpackBuild(
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
      kpackBuild(
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
      kpackBuild(
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
      kpackBuild(
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
      kpackBuild(
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
      kpackBuild(
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
      kpackBuild({
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
    expect(phaseOf(kpackBuild(unknown), pod([]), [event])).toEqual({
      kind: 'stuck',
      reason: 'FailedMount',
      says: 'a volume cannot be mounted: secret "npm-token" not found',
    });
    expect(phaseOf(kpackBuild(unknown), pod([running]), [event]).kind).toBe(
      'running',
    );
  });

  it('says where to look when a build has been queued for long and no event is known', () => {
    const phase = phaseOf(kpackBuild(unknown, '2026-11-22T20:31:00Z'), pod([]));
    expect(phase).toMatchObject({
      kind: 'queued',
      says: expect.stringContaining('30 minutes'),
    });
  });
});
