import {
  formatLogCursor,
  type LogMessage,
  type StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ToldLog } from './ToldLog';

const at = '2030-01-01T00:00:00Z';
const cursorOf = (step: string) => formatLogCursor({ step, at, count: 1 });

const steps = (...states: StepView['state'][]): LogMessage => ({
  type: 'steps',
  steps: states.map((state, index) => ({ name: `s${index}`, state })),
});
const lines = (step: string): LogMessage => ({
  ...{ type: 'lines', step, text: 'x', times: [at] },
  cursor: cursorOf(step),
});
const end = (step: string): LogMessage => ({ type: 'step-end', step });
const three = steps('succeeded', 'failed', 'waiting');

it.each<[string, readonly LogMessage[], string | undefined, readonly string[]]>(
  [
    [
      'nothing, as long as nobody knows what steps there are',
      [],
      undefined,
      [],
    ],
    ['all of them at first', [three], undefined, ['s0', 's1', 's2']],
    ['none that did not run', [steps('failed', 'not-run')], undefined, ['s0']],
    [
      'the one that it is in',
      [three, lines('s0')],
      undefined,
      ['s0', 's1', 's2'],
    ],
    ['none that is through', [three, end('s0')], undefined, ['s1', 's2']],
    [
      'none before the one that the reader came back to',
      [three],
      cursorOf('s1'),
      ['s1', 's2'],
    ],
    [
      'none before the one that was told last',
      [three, lines('s1')],
      undefined,
      ['s1', 's2'],
    ],
    [
      'one that had ended and goes on',
      [three, end('s0'), end('s1'), lines('s1')],
      undefined,
      ['s1', 's2'],
    ],
    [
      'all of a pod that has begun again',
      [
        three,
        end('s0'),
        { type: 'gap', step: 's0', says: '', because: 'begun-again' },
      ],
      undefined,
      ['s0', 's1', 's2'],
    ],
  ],
)('there may be more to tell of %s', (_, messages, from, left) => {
  const told = new ToldLog(from);
  for (const message of messages) told.note(message);
  expect(told.left.map(({ name }) => name)).toEqual(left);
});

it('goes on where it began, and then after the last line', () => {
  const told = new ToldLog(cursorOf('s0'));
  expect(told.cursor).toBe(cursorOf('s0'));
  told.note(lines('s1'));
  told.note(end('s1'));
  expect(told.cursor).toBe(cursorOf('s1'));
});
