import { act, screen } from '@testing-library/react';
import { failedBuild, failedLog, runningBuild } from '../testing/buildFixtures';
import { eachLaidOut } from '../testing/eachLaidOut';
import {
  lines,
  logArea,
  numbered,
  script,
  showLogs,
  whole,
} from '../testing/showLogs';

describe('a log for those who listen', () => {
  eachLaidOut(10);

  const spoken = () =>
    screen.getAllByRole('status').map(({ textContent }) => textContent);

  it('says how a failed step ended, and why', async () => {
    await showLogs(failedBuild, () => whole(failedLog));
    await logArea();
    expect(spoken()).toContain(
      'Log of step build: failed: exit 51, a buildpack failed. Line 16: npm error 404 Not Found - GET https://npm.acme.example/missing-package - Not found',
    );
  });

  it('reads new lines out every few seconds: all when they are few, else how many and the last', async () => {
    jest.useFakeTimers();
    try {
      const { say, messages } = script();
      await showLogs(runningBuild, messages);
      await say(lines('build', numbered(1, 101)));
      await act(async () => jest.advanceTimersByTime(100));
      expect(spoken().join()).not.toMatch(/new lines/);
      await act(async () => jest.advanceTimersByTime(5_000));
      expect(spoken()).toContain('100 new lines, the last one: line 100');
      await say(lines('build', 'one\ntwo'));
      await act(async () => jest.advanceTimersByTime(100));
      await act(async () => jest.advanceTimersByTime(5_000));
      expect(spoken()).toContain('one\ntwo');
    } finally {
      jest.useRealTimers();
    }
  });
});
