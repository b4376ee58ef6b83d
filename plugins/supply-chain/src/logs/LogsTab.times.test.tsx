import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { succeededBuild } from '../testing/buildFixtures';
import { eachLaidOut } from '../testing/eachLaidOut';
import { END, logArea, logRow, showLogs } from '../testing/showLogs';

describe('the times of a log', () => {
  eachLaidOut(10);

  const at = (second: number) => `2026-11-22T21:21:${second}.500Z`;
  const timed: LogMessage[] = [
    {
      type: 'lines',
      step: 'build',
      text: 'one\ntwo',
      times: [at(28), at(30)],
      cursor: 'c',
    },
    { type: 'step-end', step: 'build' },
    END,
  ];

  it.each([
    ['Time of day', /^\d\d:21:30\.500$/],
    ['Time ago', /^\d+ days?$/],
    ['Since the start', /^\+0:02\.500$/],
    ['Since the line before', /^\+2\.000 s$/],
  ])('shows %s', async (mode, words) => {
    const steps = succeededBuild.steps.map(step => ({
      ...step,
      startedAt: '2026-11-22T21:21:28Z',
    }));
    await showLogs({ ...succeededBuild, steps }, () => timed);
    await logArea();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Times' }),
      mode,
    );
    const [, time] = logRow(2)?.children ?? [];
    expect(time?.textContent?.trim()).toMatch(words);
  });
});
