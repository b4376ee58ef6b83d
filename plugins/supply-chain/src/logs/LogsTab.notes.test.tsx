import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen } from '@testing-library/react';
import {
  failedBuild,
  failedLog,
  succeededBuild,
} from '../testing/buildFixtures';
import { eachLaidOut } from '../testing/eachLaidOut';
import {
  END,
  lines,
  logArea,
  logRow,
  showLogs,
  whole,
} from '../testing/showLogs';

describe('what a log says of itself', () => {
  eachLaidOut(10);

  it.each<[string, LogMessage, RegExp]>([
    [
      'complete',
      {
        type: 'archived',
        step: 'build',
        at: '2026-11-22T21:28:00Z',
        completeness: { kind: 'complete' },
      },
      /The pod is gone\. This log was archived .*It is complete/,
    ],
    [
      'incomplete',
      {
        type: 'archived',
        step: 'build',
        at: '2026-11-22T21:28:00Z',
        completeness: { kind: 'incomplete', because: 'pod-gone' },
      },
      /the pod was deleted before its log was read to the end/,
    ],
    [
      'of a cluster that does not answer',
      {
        type: 'archived',
        step: 'build',
        at: '2026-11-22T21:28:00Z',
        completeness: { kind: 'complete' },
        because: 'cluster-unreachable',
        cluster: 'build-eu',
      },
      /Cluster build-eu does not answer\. This log is from the archive, .*It is complete/,
    ],
    [
      'of a cluster that has not been read yet',
      {
        type: 'archived',
        step: 'build',
        at: '2026-11-22T21:28:00Z',
        completeness: { kind: 'complete' },
        because: 'cluster-loading',
        cluster: 'build-eu',
      },
      /Cluster build-eu has not been read yet\. This log is from the archive, .*It is complete/,
    ],
    [
      'one that its node has lost',
      {
        type: 'archived',
        step: 'build',
        at: '2026-11-22T21:28:00Z',
        completeness: { kind: 'complete' },
        because: 'unreadable',
      },
      /The node cannot find this log any more\. It was archived .*It is complete/,
    ],
    [
      'at risk',
      {
        type: 'archive-state',
        state: 'failing',
        since: '2026-11-22T21:28:00Z',
      },
      /Logs cannot be archived since .*: this one may be gone with its pod/,
    ],
  ])('says of the archive that a log is %s', async (_, message, says) => {
    await showLogs(succeededBuild, () => [message, ...whole('one')]);
    await logArea();
    expect(screen.getByText(says)).toBeInTheDocument();
  });

  it.each<[string, LogMessage, RegExp]>([
    [
      'lines',
      { type: 'limit', step: 'build', bound: 'lines', most: 5000, says: '' },
      /more than 5,000 lines: it is not followed any further here\. Download it/,
    ],
    [
      'bytes',
      { type: 'limit', step: 'build', bound: 'bytes', most: 2e6, says: '' },
      /more than 2\.0 MB/,
    ],
    [
      'time',
      { type: 'limit', step: 'build', bound: 'seconds', most: 7200, says: '' },
      /followed for 2 h 00 min\. Load the page again/,
    ],
  ])('says that a bound of %s is reached', async (_, message, says) => {
    await showLogs(succeededBuild, () => [
      lines('build', 'one'),
      message,
      { type: 'step-end', step: 'build' },
      END,
    ]);
    await logArea();
    expect(screen.getByText(says)).toBeInTheDocument();
    expect(screen.getByText('1 line, not complete')).toBeInTheDocument();
  });

  it('says why lines are missing, how many, and of a line how much was left out', async () => {
    await showLogs(succeededBuild, () => [
      lines('build', 'one'),
      {
        type: 'gap',
        step: 'build',
        says: 'in the words of the backend',
        because: 'slow-reader',
        lines: 1200,
      },
      {
        type: 'lines',
        step: 'build',
        text: 'two\na long one',
        times: [],
        cursor: 'c',
        cut: [{ line: 1, bytes: 20_000 }],
      },
      END,
    ]);
    await logArea();
    expect(
      screen.getByText(
        /^1,200 lines are missing here: they came faster than this page took them/,
      ),
    ).toBeInTheDocument();
    expect(logRow(3)).toHaveTextContent('a long one… 20 KB more in this line');
    expect(logRow(2)).not.toHaveTextContent('more in this line');
  });

  it('shows the meaning of an exit code beside the step', async () => {
    await showLogs(failedBuild, () => whole(failedLog));
    await logArea();
    const step = screen.getByRole('button', { name: /build.*exit 51/ });
    expect(step.closest('li')).toHaveTextContent('a buildpack failed');
  });
});
