import { phaseOfLast } from '../testing/phaseOfLast';
import {
  condition,
  type RawStage,
  stampFailure,
  stamped,
  withImage,
} from '../testing/rawStage';

const empty: RawStage = {
  name: 'a',
  ...stamped('Thing'),
  conditions: [condition('Healthy', 'Unknown')],
};
describe('stagePhase', () => {
  it.each([
    [
      'passed through',
      [
        { name: 'a', ...withImage },
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
        { name: 'a', ...withImage },
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
          ...withImage,
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
          ...withImage,
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
          ...withImage,
          inputs: [{ name: 'a' }],
          conditions: [stampFailure],
        },
        {
          name: 'c',
          ...stamped('Thing'),
          ...withImage,
          inputs: [{ name: 'b' }],
          conditions: [stampFailure],
        },
      ],
      { kind: 'waiting', for: 'a' },
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
  ])('%s', (_, stages, expected) => {
    expect(phaseOfLast(stages)).toEqual(expected);
  });

  it('waits for nobody for ever in a cycle', () => {
    const cycle = [
      { name: 'a', inputs: [{ name: 'b' }], conditions: [stampFailure] },
      { name: 'b', inputs: [{ name: 'a' }], conditions: [stampFailure] },
    ];
    expect(phaseOfLast(cycle)).toEqual({ kind: 'waiting', for: 'a' });
  });
});
