import { phaseOfLast } from '../testing/phaseOfLast';
import {
  condition,
  stampFailure,
  stamped,
  submitted,
  withImage,
} from '../testing/rawStage';

describe('stagePhase', () => {
  it.each([
    [
      'unstamped though all its inputs are there',
      [
        { name: 'a', ...withImage },
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
          ...withImage,
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
          ...withImage,
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
          ...withImage,
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
    expect(phaseOfLast(stages)).toEqual(expected);
  });
});
