import type {
  BuildView,
  LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  failedBuild,
  failedLog,
  runningBuild,
  succeededBuild,
} from '../testing/buildFixtures';
import { FixtureApi } from '../testing/FixtureApi';
import { eachLaidOut } from '../testing/eachLaidOut';
import {
  END,
  lines,
  logArea as log,
  logRow as row,
  numbered,
  script,
  showLogs as show,
  whole,
} from '../testing/showLogs';

describe('LogsTab', () => {
  eachLaidOut(10);

  it('opens the failed step at its first error line', async () => {
    await show(failedBuild, () => whole(failedLog));
    expect(await log()).toHaveAccessibleName('Log of step build');
    await waitFor(() =>
      expect(row(16)).toHaveTextContent('npm error 404 Not Found - GET'),
    );
    expect((await log()).scrollTop).toBeGreaterThan(0);
    expect(
      screen.getByRole('button', { name: /build.*exit 51/ }),
    ).toHaveAttribute('aria-current', 'step');
    expect(await screen.findByText('21 lines, complete')).toBeInTheDocument();
  });

  it('draws only the rows that are seen', async () => {
    await show(succeededBuild, () => whole(numbered(0, 5000)));
    await log();
    expect(
      await screen.findByText('5,000 lines, complete'),
    ).toBeInTheDocument();
    expect(document.querySelectorAll('[data-line]').length).toBeLessThan(60);
  });

  it('lands on the line of the address and marks it', async () => {
    await show(
      succeededBuild,
      () => whole(numbered(1, 1001)),
      '/?tab=logs&step=build&line=500-501',
    );
    await waitFor(() => expect(row(500)).toHaveTextContent('line 500'));
    const marked = row(500)?.className;
    expect(row(501)?.className).toBe(marked);
    expect(row(502)?.className).not.toBe(marked);
  });

  it('puts a picked line into the address, and a range with shift', async () => {
    const { search } = await show(succeededBuild, () => whole(numbered(1, 9)));
    await log();
    fireEvent.click(screen.getByRole('link', { name: '3' }));
    expect(search()).toBe('?tab=logs&build=payments-build-6&step=build&line=3');
    fireEvent.click(screen.getByRole('link', { name: '5' }), {
      shiftKey: true,
    });
    expect(search()).toBe(
      '?tab=logs&build=payments-build-6&step=build&line=3-5',
    );
    expect(screen.getByRole('link', { name: '4' })).toHaveAttribute(
      'href',
      '/?tab=logs&build=payments-build-6&step=build&line=4',
    );
  });

  it('copies the lines that were picked, as one reads them', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    await show(
      failedBuild,
      () => whole(failedLog),
      '/?tab=logs&step=build&line=15-16',
    );
    await log();
    await user.click(screen.getByRole('button', { name: 'Copy lines' }));
    expect(copied).toHaveBeenCalledWith(
      '      npm error code E404\n      npm error 404 Not Found - GET https://npm.acme.example/missing-package - Not found',
    );
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('searches with a count, forwards and backwards, and keeps it in the address', async () => {
    const { search } = await show(succeededBuild, () =>
      whole('an error\nfine\nError error\n\u001b[31merr\u001b[0mor'),
    );
    await log();
    const box = screen.getByRole('textbox', { name: 'Search this log' });
    await userEvent.type(box, 'error');
    expect(await screen.findByText('1 of 4')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('2 of 4')).toBeInTheDocument();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous match' }),
    );
    expect(screen.getByText('4 of 4')).toBeInTheDocument();
    await waitFor(() => expect(search()).toBe('?tab=logs&q=error'));
    await userEvent.clear(box);
    await userEvent.type(box, 'nowhere');
    expect(await screen.findByText('none')).toBeInTheDocument();
  });

  it('follows a running step, stops when the reader scrolls up, and goes on at the end', async () => {
    const { say, messages } = script();
    await show(runningBuild, messages);
    await say(lines('build', numbered(1, 101)));
    const area = await log();
    await waitFor(() => expect(row(100)).toBeInTheDocument());

    fireEvent.wheel(area);
    await act(async () => area.scrollTo({ top: 400 }));
    await say(lines('build', numbered(101, 104)));
    await userEvent.click(
      await screen.findByRole('button', { name: /3 new lines/ }),
    );
    await waitFor(() => expect(row(103)).toBeInTheDocument());
    expect(
      screen.queryByRole('button', { name: /new line/ }),
    ).not.toBeInTheDocument();
    await say(lines('build', numbered(104, 124)));
    await waitFor(() => expect(row(123)).toBeInTheDocument());
    expect(await screen.findByText('123 lines, live')).toBeInTheDocument();
  });

  it('stays where the reader scrolled to while lines come', async () => {
    const { say, messages } = script();
    await show(runningBuild, messages);
    await say(lines('build', numbered(1, 101)));
    const area = await log();
    fireEvent.wheel(area);
    await act(async () => area.scrollTo({ top: 400 }));
    await say(lines('build', numbered(101, 104)));
    await screen.findByRole('button', { name: /3 new lines/ });
    expect(area.scrollTop).toBe(400);
  });

  it('reads the log of an image built from a Dockerfile from its run', async () => {
    const asked = jest.spyOn(FixtureApi.prototype, 'followLogs');
    await show({ ...succeededBuild, engine: 'dockerfile' }, () => whole('one'));
    await log();
    expect(asked.mock.calls[0]?.[0]).toEqual({
      kind: 'run',
      ref: succeededBuild.ref,
      resource: 'taskruns.tekton.dev',
    });
    asked.mockRestore();
  });

  it('shows a gap as a row of its own', async () => {
    await show(succeededBuild, () => [
      lines('build', 'before'),
      { type: 'gap', step: 'build', says: 'the log was rotated' },
      ...whole('after'),
    ]);
    await log();
    expect(
      screen.getByText('Lines are missing here: the log was rotated'),
    ).toBeInTheDocument();
    expect(row(2)).toHaveTextContent('after');
  });

  it('is worked by keys, with a list of them', async () => {
    await show(succeededBuild, () => whole(numbered(1, 200)));
    const area = await log();
    act(() => area.focus());
    await userEvent.keyboard('G');
    await waitFor(() => expect(row(199)).toBeInTheDocument());
    await userEvent.keyboard('g');
    await waitFor(() => expect(row(1)).toBeInTheDocument());
    await userEvent.keyboard('w');
    expect(screen.getByRole('button', { name: 'Wrap' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.keyboard('t');
    expect(row(1)).toHaveTextContent(/\d\d:21:28.051/);
    await userEvent.keyboard('?');
    expect(await screen.findByText('wrap long lines')).toBeInTheDocument();
    await userEvent.keyboard('f');
    expect(
      screen.getByRole('button', { name: 'Leave full screen' }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('/wt');
    expect(
      screen.getByRole('textbox', { name: 'Search this log' }),
    ).toHaveValue('wt');
  });

  it('shows another step when it is chosen', async () => {
    const { search } = await show(succeededBuild, () => [
      lines('detect', '3 of 7 buildpacks participating'),
      ...whole('built'),
    ]);
    await log();
    await userEvent.click(screen.getByRole('button', { name: /detect/ }));
    expect(search()).toBe('?tab=logs&step=detect');
    expect(
      screen.getByText('3 of 7 buildpacks participating'),
    ).toBeInTheDocument();
  });

  it('downloads the step', async () => {
    const create = jest.fn(() => 'blob:log');
    Object.assign(URL, { createObjectURL: create, revokeObjectURL: jest.fn() });
    let saved: string | undefined;
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function save(this: HTMLAnchorElement) {
        saved = this.download;
      });
    await show(failedBuild, () => whole(failedLog));
    await log();
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    await waitFor(() => expect(saved).toBe('returns-build-2-build.log'));
    expect(create).toHaveBeenCalledWith(expect.any(Blob));
    click.mockRestore();
  });

  it('never makes markup of what a build prints', async () => {
    const evil = '<img src=x onerror=alert(1)><a href="javascript:x">y</a>';
    await show(succeededBuild, () => whole(evil));
    await log();
    expect(row(1)).toHaveTextContent(evil);
    expect(document.querySelector('img')).toBeNull();
  });

  it.each<[string, BuildView, LogMessage[], string, RegExp | string]>([
    [
      'a step that waits',
      runningBuild,
      [{ type: 'heartbeat' }, END],
      'export',
      /Step export has not started yet: PodInitializing/,
    ],
    [
      'a step that did not run',
      failedBuild,
      [END],
      'export',
      /Step export did not run: an earlier step failed/,
    ],
    [
      'a step that printed nothing',
      succeededBuild,
      [{ type: 'step-end', step: 'restore' }, END],
      'restore',
      /Step restore printed nothing/,
    ],
    [
      'a log that is gone',
      failedBuild,
      [
        {
          type: 'error',
          step: 'build',
          error: { name: 'x', message: 'gone', code: 'logs-gone' },
        },
        END,
      ],
      'build',
      /The log of step build is gone/,
    ],
    [
      'logs one may not read',
      succeededBuild,
      [
        {
          type: 'error',
          error: { name: 'x', message: 'no', code: 'denied' },
        },
        END,
      ],
      'build',
      /You may not read build logs here/,
    ],
    [
      'a cluster that refuses',
      succeededBuild,
      [
        {
          type: 'error',
          error: {
            name: 'x',
            message: 'no',
            code: 'cluster-denied',
            cluster: 'build',
            verb: 'get',
            resource: 'pods/log',
            namespace: 'storefront',
          },
        },
        END,
      ],
      'build',
      /does not let Backstage get pods\/log in namespace storefront/,
    ],
    [
      'too many streams, and what to do',
      runningBuild,
      [
        {
          type: 'error',
          error: {
            name: 'x',
            message: 'You have 32 streams open: close a tab',
            code: 'too-many-requests',
          },
        },
        { type: 'end', resume: true },
      ],
      'build',
      'You have 32 streams open: close a tab',
    ],
    [
      'a build that was refused',
      {
        ...failedBuild,
        phase: { kind: 'rejected', says: 'image gone' },
        steps: [],
      },
      [END],
      'build',
      /No step ever ran/,
    ],
  ])('says it of %s', async (_, build, messages, step, says) => {
    await show(build, () => messages, `/?tab=logs&step=${step}`);
    expect(await screen.findByText(says)).toBeInTheDocument();
    expect(screen.queryByRole('log')).not.toBeInTheDocument();
  });

  it('keeps the lines it has when the rest cannot be had', async () => {
    await show(succeededBuild, () => [
      lines('build', 'one line'),
      {
        type: 'error',
        step: 'build',
        error: { name: 'x', message: 'gone', code: 'logs-gone' },
      },
      END,
    ]);
    expect(within(await log()).getByText('one line')).toBeInTheDocument();
    expect(
      screen.getByText(/The log of step build is gone/),
    ).toBeInTheDocument();
    expect(screen.getByText('1 line, not complete')).toBeInTheDocument();
  });

  it('takes its connection down when it leaves, and while the tab is hidden', async () => {
    const signals: AbortSignal[] = [];
    const { messages } = script();
    const { unmount } = await show(runningBuild, (build, request, signal) => {
      signals.push(signal);
      return messages(build, request, signal);
    });
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    hidden.mockReturnValue(false);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    unmount();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    hidden.mockRestore();
  });
});
