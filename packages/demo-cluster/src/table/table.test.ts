import { findJsonPath } from './findJsonPath.ts';
import { humanDuration } from './humanDuration.ts';
import { podStatusWord } from './podStatusWord.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

describe('humanDuration', () => {
  it.each([
    [-5 * SECOND, '<invalid>'],
    [-SECOND, '0s'],
    [0, '0s'],
    [119 * SECOND, '119s'],
    [120 * SECOND, '2m'],
    [121 * SECOND, '2m1s'],
    [10 * 60 * SECOND, '10m'],
    [179 * 60 * SECOND, '179m'],
    [3 * HOUR, '3h'],
    [3.5 * HOUR, '3h30m'],
    [8 * HOUR, '8h'],
    [47 * HOUR, '47h'],
    [50 * HOUR, '2d2h'],
    [8 * 24 * HOUR, '8d'],
    [729 * 24 * HOUR, '729d'],
    [731 * 24 * HOUR, '2y1d'],
    [9 * 365 * 24 * HOUR, '9y'],
  ])('%i ms are %s', (ms, expected) => {
    expect(humanDuration(ms)).toBe(expected);
  });
});

describe('findJsonPath', () => {
  const object = {
    status: {
      conditions: [
        { type: 'Succeeded', status: 'True' },
        { type: 'Ready', status: 'False' },
      ],
      list: [{ n: 1 }, { n: 2 }],
      'dotted.key': 5,
      zero: 0,
    },
    spec: { source: { git: { url: 'https://g' } }, image: 'i' },
  };
  it.each([
    ['.status.conditions[?(@.type=="Ready")].status', 'False'],
    [".status.conditions[?(@.type=='Succeeded')].status", 'True'],
    ['.status.conditions[?(@.type == "Ready")].status', 'False'],
    ['.status.conditions[?(@.type=="Absent")].status', undefined],
    ['.status.list[1].n', 2],
    ['.status.list[*].n', 1],
    ['.status.list[-1].n', 2],
    ['.status.dotted\\.key', 5],
    ['.status.zero', 0],
    [".spec.source['git.url','image']", 'https://g'],
    [".spec['absent','image']", 'i'],
    ['.nothing.at.all', undefined],
    ['.spec.image.deeper', undefined],
  ])('%s is %j', (path, expected) => {
    expect(findJsonPath(path, object)).toEqual(expected);
  });
});

describe('podStatusWord', () => {
  const pod = (status: object, init = 2) => ({
    metadata: {},
    spec: {
      initContainers: Array.from({ length: init }, () => ({})),
      containers: [{}],
    },
    status,
  });
  const done = { state: { terminated: { exitCode: 0 } } };
  it.each([
    ['Pending', pod({ phase: 'Pending' })],
    ['Evicted', pod({ phase: 'Failed', reason: 'Evicted' })],
    [
      'Init:0/2',
      pod({
        phase: 'Pending',
        initContainerStatuses: [{ state: { running: {} } }],
      }),
    ],
    [
      'Init:1/2',
      pod({
        phase: 'Pending',
        initContainerStatuses: [
          done,
          { state: { waiting: { reason: 'PodInitializing' } } },
        ],
      }),
    ],
    [
      'Init:Error',
      pod({
        phase: 'Failed',
        initContainerStatuses: [
          done,
          { state: { terminated: { exitCode: 51, reason: 'Error' } } },
        ],
      }),
    ],
    [
      'Init:ExitCode:7',
      pod({
        phase: 'Failed',
        initContainerStatuses: [{ state: { terminated: { exitCode: 7 } } }],
      }),
    ],
    [
      'Init:Signal:9',
      pod({
        phase: 'Failed',
        initContainerStatuses: [
          { state: { terminated: { exitCode: 137, signal: 9 } } },
        ],
      }),
    ],
    [
      'Init:ErrImagePull',
      pod({
        initContainerStatuses: [
          { state: { waiting: { reason: 'ErrImagePull' } } },
        ],
      }),
    ],
    [
      'Completed',
      pod({
        phase: 'Succeeded',
        initContainerStatuses: [done, done],
        containerStatuses: [
          { state: { terminated: { exitCode: 0, reason: 'Completed' } } },
        ],
      }),
    ],
    [
      'Running',
      pod({
        phase: 'Running',
        containerStatuses: [{ ready: true, state: { running: {} } }],
      }),
    ],
    ['Unknown', pod({})],
    ['Unknown', {}],
  ])('%s', (expected, object) => {
    expect(podStatusWord(object).status).toBe(expected);
  });

  it('is terminating while it is deleted', () => {
    const dying = {
      ...pod({ phase: 'Running' }),
      metadata: { deletionTimestamp: '2026-11-22T21:00:00Z' },
    };
    expect(podStatusWord(dying).status).toBe('Terminating');
  });
});
