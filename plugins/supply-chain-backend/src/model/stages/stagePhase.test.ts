import { Fields } from '../objects/Fields';
import { readImage } from '../objects/readImage';
import { readOwnerStatus } from '../objects/readOwnerStatus';
import { stagePhase } from './stagePhase';

type Raw = { name: string; [key: string]: unknown };

const condition = (
  type: string,
  status: string,
  reason = '',
  message = '',
) => ({ type, status, reason, message });
const stamped = (kind: string) => ({
  stampedRef: { apiVersion: 'x/v1', kind, name: 'a', namespace: 'ns' },
});
const image = {
  outputs: [{ name: 'image', preview: 'reg/app@sha256:0123456789abcdef\n' }],
};
const submitted = condition(
  'ResourceSubmitted',
  'True',
  'ResourceSubmissionComplete',
);
const stampFailure = condition(
  'ResourceSubmitted',
  'False',
  'TemplateStampFailure',
  'unable to stamp object for resource [b] for template [K/t] in supply chain [s]: unable to apply ytt template: ytt: Error: \n- struct has no .image field or method',
);

/** Phase of the last of some stages. */
function phaseOf(...raw: Raw[]) {
  const { resources } = readOwnerStatus(new Fields({ resources: raw }));
  const stage = resources.at(-1);
  if (!stage) throw new Error('no stage');
  return stagePhase(stage, {
    stages: new Map(resources.map(each => [each.name, each])),
    namesAccount: false,
  });
}

const empty: Raw = {
  name: 'a',
  ...stamped('Thing'),
  conditions: [condition('Healthy', 'Unknown')],
};

describe('stagePhase', () => {
  it.each([
    [
      'passed through',
      [
        { name: 'a', ...image },
        {
          name: 'b',
          inputs: [{ name: 'a' }],
          conditions: [condition('ResourceSubmitted', 'True', 'PassThrough')],
        },
      ],
      { kind: 'skipped', servedBy: 'a' },
    ],
    [
      'passed through twice',
      [
        { name: 'a', ...image },
        {
          name: 'b',
          inputs: [{ name: 'a' }],
          conditions: [condition('ResourceSubmitted', 'True', 'PassThrough')],
        },
        {
          name: 'c',
          inputs: [{ name: 'b' }],
          conditions: [
            condition(
              'SupplyChainReady',
              'False',
              'PassThrough',
              'unable to find passthrough [image] in []',
            ),
          ],
        },
      ],
      { kind: 'skipped', servedBy: 'a' },
    ],
    [
      'unstamped below one that gives nothing',
      [
        empty,
        { name: 'b', inputs: [{ name: 'a' }], conditions: [stampFailure] },
      ],
      { kind: 'waiting', for: 'a' },
    ],
    [
      'two below the one that gives nothing',
      [
        empty,
        { name: 'b', inputs: [{ name: 'a' }], conditions: [stampFailure] },
        { name: 'c', inputs: [{ name: 'b' }], conditions: [stampFailure] },
      ],
      { kind: 'waiting', for: 'a' },
    ],
    [
      'below a passed-through stage whose frozen output is not the truth',
      [
        empty,
        {
          name: 'b',
          inputs: [{ name: 'a' }],
          ...image,
          conditions: [condition('ResourceSubmitted', 'True', 'PassThrough')],
        },
        { name: 'c', inputs: [{ name: 'b' }], conditions: [stampFailure] },
      ],
      { kind: 'waiting', for: 'a' },
    ],
    [
      'stamped before, while an upstream that runs again gives nothing',
      [
        empty,
        {
          name: 'b',
          ...stamped('Thing'),
          ...image,
          inputs: [{ name: 'a' }],
          conditions: [stampFailure, condition('Healthy', 'True')],
        },
      ],
      { kind: 'waiting', for: 'a' },
    ],
    [
      'below one that still shows what it gave before',
      [
        empty,
        {
          name: 'b',
          ...stamped('Thing'),
          ...image,
          inputs: [{ name: 'a' }],
          conditions: [stampFailure],
        },
        {
          name: 'c',
          ...stamped('Thing'),
          ...image,
          inputs: [{ name: 'b' }],
          conditions: [stampFailure],
        },
      ],
      { kind: 'waiting', for: 'a' },
    ],
    [
      'unstamped though all its inputs are there',
      [
        { name: 'a', ...image },
        { name: 'b', inputs: [{ name: 'a' }], conditions: [stampFailure] },
      ],
      {
        kind: 'misconfigured',
        says: 'its template needs a field .image that is not there',
        owner: 'platform',
      },
    ],
    [
      'unstamped with an input that is nowhere',
      [{ name: 'b', inputs: [{ name: 'gone' }], conditions: [stampFailure] }],
      {
        kind: 'misconfigured',
        says: 'its template needs a field .image that is not there',
        owner: 'platform',
      },
    ],
    [
      'healthy without the value that its template reads',
      [
        {
          name: 'a',
          ...stamped('ConfigMap'),
          conditions: [
            condition(
              'ResourceSubmitted',
              'Unknown',
              'MissingValueAtPath',
              'cannot read value [.data.x] from healthy object [configmaps/a] in namespace [ns], contact Platform Eng',
            ),
            condition('Healthy', 'True', 'AlwaysHealthy'),
          ],
        },
      ],
      {
        kind: 'misconfigured',
        says: 'configmaps/a is healthy but has no .data.x, which its template reads',
        owner: 'platform',
      },
    ],
    [
      'unhealthy without a value',
      [
        {
          name: 'a',
          ...stamped('Run'),
          conditions: [
            condition(
              'ResourceSubmitted',
              'Unknown',
              'MissingValueAtPath',
              'cannot read value [.x] from unhealthy object',
            ),
            condition(
              'Healthy',
              'False',
              'MatchedCondition',
              'condition status: False, message: 2 tests failed',
            ),
          ],
        },
      ],
      { kind: 'failed', says: '2 tests failed', owner: 'platform' },
    ],
    [
      'still waiting for its value',
      [
        {
          name: 'a',
          ...stamped('Run'),
          conditions: [
            condition(
              'ResourceSubmitted',
              'Unknown',
              'MissingValueAtPath',
              'waiting to read value [.x] from object [runs/a]',
            ),
            condition('Healthy', 'Unknown', 'NoMatchesFulfilled'),
          ],
        },
      ],
      { kind: 'running' },
    ],
    [
      'failed while an older output stands',
      [
        {
          name: 'a',
          ...stamped('Run'),
          ...image,
          conditions: [
            submitted,
            condition(
              'Healthy',
              'False',
              'SucceededCondition',
              '"step-build" exited with code 1',
            ),
          ],
        },
      ],
      {
        kind: 'failed',
        says: 'step build failed, exit 1',
        owner: 'platform',
        stillServing: 'sha256:0123456',
      },
    ],
    [
      'running again while an older output stands',
      [
        {
          name: 'a',
          ...stamped('Run'),
          ...image,
          conditions: [
            submitted,
            condition(
              'Healthy',
              'Unknown',
              'SucceededCondition',
              'Not all Steps in the Task have finished executing',
            ),
          ],
        },
      ],
      { kind: 'running' },
    ],
    [
      'at work, with something to say',
      [
        {
          name: 'a',
          ...stamped('Run'),
          conditions: [
            submitted,
            condition('Healthy', 'Unknown', '', 'pulling the source'),
          ],
        },
      ],
      { kind: 'running', says: 'pulling the source' },
    ],
    [
      'unhealthy without a word',
      [
        {
          name: 'a',
          ...stamped('Run'),
          conditions: [condition('Healthy', 'False')],
        },
      ],
      {
        kind: 'failed',
        says: 'Run is not healthy and gives no reason',
        owner: 'platform',
      },
    ],
    [
      'healthy with its output',
      [
        {
          name: 'a',
          ...stamped('Run'),
          ...image,
          conditions: [
            submitted,
            condition('Healthy', 'True', 'OutputsAvailable'),
          ],
        },
      ],
      { kind: 'ready' },
    ],
    [
      'stamped, as old Cartographer tells it without health',
      [{ name: 'a', ...stamped('ConfigMap'), conditions: [submitted] }],
      { kind: 'ready' },
    ],
    [
      'stamped without any condition',
      [{ name: 'a', ...stamped('ConfigMap') }],
      { kind: 'ready' },
    ],
    [
      'a name and nothing else',
      [{ name: 'a' }],
      {
        kind: 'unknown',
        says: 'Cartographer has not said anything about this stage yet',
      },
    ],
    [
      'an input of itself',
      [{ name: 'a', inputs: [{ name: 'a' }], conditions: [stampFailure] }],
      {
        kind: 'misconfigured',
        says: 'its template needs a field .image that is not there',
        owner: 'platform',
      },
    ],
    [
      'a deployment that failed its condition',
      [
        {
          name: 'a',
          ...stamped('App'),
          conditions: [
            condition(
              'ResourcesSubmitted',
              'False',
              'FailedConditionMet',
              'deployment failed',
            ),
          ],
        },
      ],
      { kind: 'failed', says: 'deployment failed', owner: 'platform' },
    ],
    [
      'a deployment that failed its condition, and whose object says why',
      [
        {
          name: 'a',
          ...stamped('App'),
          conditions: [
            condition(
              'ResourcesSubmitted',
              'False',
              'FailedConditionMet',
              'resource [a] failed condition met: deployment failure condition [x] was: True',
            ),
            condition(
              'Healthy',
              'False',
              'MatchedField',
              'field value: True, message: kapp: Error: no room',
            ),
          ],
        },
      ],
      { kind: 'failed', says: 'no room', owner: 'platform' },
    ],
    [
      'a deployment that kapp has not looked at yet',
      [
        {
          name: 'a',
          ...stamped('App'),
          conditions: [
            condition(
              'ResourcesSubmitted',
              'False',
              'TemplateStampFailure',
              'resource [a] cannot satisfy observedCompletion without observedGeneration in object status',
            ),
          ],
        },
      ],
      { kind: 'running', says: 'its controller has not taken it up yet' },
    ],
  ])('%s', (_, stages, expected) => {
    expect(phaseOf(...stages)).toEqual(expected);
  });

  it('waits for nobody for ever in a cycle', () => {
    const cycle = [
      { name: 'a', inputs: [{ name: 'b' }], conditions: [stampFailure] },
      { name: 'b', inputs: [{ name: 'a' }], conditions: [stampFailure] },
    ];
    expect(phaseOf(...cycle)).toEqual({ kind: 'waiting', for: 'a' });
  });
});

describe('a kpack stage of which no build is known', () => {
  const phaseOfImage = (ready: object) => {
    const { resources } = readOwnerStatus(
      new Fields({
        resources: [
          {
            name: 'a',
            ...stamped('Image'),
            ...image,
            conditions: [submitted, condition('Healthy', 'True')],
          },
        ],
      }),
    );
    const [stage] = resources;
    if (!stage) throw new Error('no stage');
    return stagePhase(stage, {
      stages: new Map([['a', stage]]),
      namesAccount: false,
      behind: {
        image: readImage({
          metadata: { name: 'i', namespace: 'ns' },
          status: { conditions: [{ type: 'Ready', ...ready }] },
        }),
        builds: [],
      },
    });
  };

  it.each([
    [
      'failed',
      {
        status: 'False',
        reason: 'BuildFailed',
        message:
          "Error: Build 'i-build-2' in namespace 'ns' failed: Error:  Container detect terminated with error ERROR: no buildpacks participating: For more info use `kubectl logs -n ns i-build-2-build-pod -c detect`",
      },
      {
        kind: 'failed',
        says: 'step detect: ERROR: no buildpacks participating',
        owner: 'developer',
        stillServing: 'sha256:0123456',
      },
    ],
    [
      'builds',
      {
        status: 'Unknown',
        reason: 'BuildRunning',
        message: "Build 'i-build-2' is executing",
      },
      { kind: 'running', says: "Build 'i-build-2' is executing" },
    ],
    ['is ready', { status: 'True', reason: 'UpToDate' }, { kind: 'ready' }],
    [
      'has a builder that is not there',
      {
        status: 'False',
        reason: 'BuilderNotFound',
        message: "Error: Unable to find builder 'b' in namespace ''.",
      },
      {
        kind: 'misconfigured',
        says: "Unable to find builder 'b'.",
        owner: 'platform',
      },
    ],
  ])('believes the Image that it %s', (_, ready, phase) => {
    expect(phaseOfImage(ready)).toEqual(phase);
  });
});
