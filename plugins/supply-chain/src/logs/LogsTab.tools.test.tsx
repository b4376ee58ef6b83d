import { mockApis } from '@backstage/test-utils';
import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  failedBuild,
  failedLog,
  runningBuild,
  succeededBuild,
} from '../testing/buildFixtures';
import { layOut } from '../testing/layOut';
import {
  END,
  lines,
  logArea,
  logRow,
  numbered,
  script,
  showLogs,
  whole,
} from '../testing/showLogs';

const texts = () =>
  [...document.querySelectorAll('[data-row]')]
    .sort(
      (a, b) =>
        Number(a.getAttribute('data-row')) - Number(b.getAttribute('data-row')),
    )
    .map(
      row => row.querySelector('[data-text]')?.textContent ?? row.textContent,
    );

const search = () => screen.getByRole('textbox', { name: 'Search this log' });
const press = (name: string) => screen.getByRole('button', { name });

describe('the tools of a log', () => {
  let undo: () => void;
  beforeEach(() => {
    undo = layOut(10);
  });
  afterEach(() => undo());

  describe('search', () => {
    const TEXT = 'Error one\nerror two\nfine\nerrors: 3';

    it('tells case apart when asked to', async () => {
      const { search: address } = await showLogs(succeededBuild, () =>
        whole(TEXT),
      );
      await logArea();
      await userEvent.type(search(), 'error');
      expect(await screen.findByText('1 of 3')).toBeInTheDocument();
      await userEvent.click(press('Match case'));
      expect(await screen.findByText('1 of 2')).toBeInTheDocument();
      expect(press('Match case')).toHaveAttribute('aria-pressed', 'true');
      await waitFor(() => expect(address()).toBe('?tab=logs&q=error&how=c'));
    });

    it('opens as the address says', async () => {
      await showLogs(
        succeededBuild,
        () => whole(TEXT),
        '/?tab=logs&q=error&how=cm',
      );
      expect(await screen.findByText('1 of 2')).toBeInTheDocument();
      expect(press('Only matches')).toHaveAttribute('aria-pressed', 'true');
    });

    it('says of a text that is no expression that it is none', async () => {
      await showLogs(succeededBuild, () => whole(TEXT), '/?tab=logs&q=(&how=x');
      expect(await screen.findByText('not an expression')).toBeInTheDocument();
      expect(search()).toHaveAttribute('aria-invalid', 'true');
    });

    it('marks beside the scroll bar where the matches are', async () => {
      await showLogs(succeededBuild, () =>
        whole(`${numbered(0, 500)}\nneedle\n${numbered(501, 1000)}`),
      );
      await logArea();
      const marks = () =>
        [...screen.getByTestId('log-marks').querySelectorAll('path')].map(
          path => path.getAttribute('d'),
        );
      expect(marks()).toEqual(['']);
      await userEvent.type(search(), 'needle');
      await screen.findByText('1 of 1');
      // 200 px high: the 501st of 1,000 lines is at its middle; and the reader is there.
      await waitFor(() =>
        expect(marks()).toEqual(['M0 99h6v3h-6z', 'M0 100h6v3h-6z']),
      );
    });
  });

  describe('only matches', () => {
    it('shows lines with matches and what is around them, under their numbers', async () => {
      await showLogs(
        succeededBuild,
        () => whole(numbered(1, 101)),
        '/?tab=logs&q=line 50&how=m',
      );
      await logArea();
      await waitFor(() =>
        expect(texts()).toEqual([
          '⋯ 46 lines',
          ...numbered(47, 54).split('\n'),
        ]),
      );
      expect(logRow(50)?.querySelector('mark')).toHaveTextContent('line 50');
      await userEvent.selectOptions(
        screen.getByRole('combobox', { name: 'Lines around each match' }),
        '± 0 lines',
      );
      expect(texts()).toEqual(['⋯ 49 lines', 'line 50']);
    });

    it('says when no line matches', async () => {
      await showLogs(
        succeededBuild,
        () => whole('one'),
        '/?tab=logs&q=two&how=m',
      );
      expect(await screen.findByText('No line matches.')).toBeInTheDocument();
    });

    it('shows all lines again, at the match', async () => {
      await showLogs(
        succeededBuild,
        () => whole(numbered(1, 1001)),
        '/?tab=logs&q=line 500&how=m',
      );
      const area = await logArea();
      await waitFor(() => expect(logRow(500)).toBeInTheDocument());
      act(() => area.focus());
      await userEvent.keyboard('m');
      await waitFor(() => expect(logRow(505)).toBeInTheDocument());
      expect(logRow(500)).toBeInTheDocument();
      expect(area.scrollTop).toBeGreaterThan(0);
    });
  });

  describe('times', () => {
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

  it('remembers how a person likes logs', async () => {
    const storage = mockApis.storage();
    const first = await showLogs(
      succeededBuild,
      () => whole('one'),
      '/?tab=logs',
      storage,
    );
    await logArea();
    await userEvent.click(press('Wrap'));
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Times' }),
      'Time of day',
    );
    first.unmount();
    await showLogs(succeededBuild, () => whole('one'), '/?tab=logs', storage);
    await logArea();
    expect(press('Wrap')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('combobox', { name: 'Times' })).toHaveValue(
      'clock',
    );
  });

  it('reads what it does not know of a memory as if it were not there', async () => {
    const storage = mockApis.storage();
    await storage
      .forBucket('supply-chain-logs')
      .set('preferences', { wrap: 'yes', times: 'clock', colour: 7 });
    await showLogs(succeededBuild, () => whole('one'), '/?tab=logs', storage);
    await logArea();
    expect(press('Wrap')).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByRole('combobox', { name: 'Times' })).toHaveValue(
      'clock',
    );
  });

  describe('keys', () => {
    it('pick lines and ranges, and copy a link to them', async () => {
      const user = userEvent.setup();
      const copied = jest.spyOn(navigator.clipboard, 'writeText');
      const { search: address } = await showLogs(succeededBuild, () =>
        whole(numbered(1, 50)),
      );
      const area = await logArea();
      act(() => area.focus());
      await user.keyboard('jjj');
      expect(address()).toBe(
        '?tab=logs&build=payments-build-6&step=build&line=3',
      );
      await user.keyboard('JJ');
      expect(address()).toBe(
        '?tab=logs&build=payments-build-6&step=build&line=3-5',
      );
      await user.keyboard('K');
      expect(address()).toBe(
        '?tab=logs&build=payments-build-6&step=build&line=3-4',
      );
      await user.keyboard('l');
      expect(copied).toHaveBeenCalledWith(
        'http://localhost/?tab=logs&build=payments-build-6&step=build&line=3-4',
      );
      await user.keyboard('y');
      expect(copied).toHaveBeenLastCalledWith('line 3\nline 4');
      await user.keyboard('k');
      expect(address()).toBe(
        '?tab=logs&build=payments-build-6&step=build&line=3',
      );
    });

    it('go from step to step', async () => {
      const { search: address } = await showLogs(succeededBuild, () =>
        whole('x'),
      );
      const area = await logArea();
      act(() => area.focus());
      await userEvent.keyboard('[[[[');
      expect(address()).toMatch(/step=detect/);
      await userEvent.keyboard(']');
      expect(address()).toMatch(/step=restore/);
    });

    it('go to the first error', async () => {
      await showLogs(failedBuild, () => whole(failedLog), '/?tab=logs&line=1');
      const area = await logArea();
      await waitFor(() => expect(area.scrollTop).toBe(0));
      act(() => area.focus());
      await userEvent.keyboard('e');
      await waitFor(() => expect(area.scrollTop).toBeGreaterThan(0));
      expect(logRow(16)).toHaveTextContent('npm error 404');
    });

    it('are all on a sheet that takes the focus and gives it back', async () => {
      await showLogs(failedBuild, () => whole(failedLog));
      const area = await logArea();
      act(() => area.focus());
      await userEvent.keyboard('?');
      const sheet = await screen.findByRole('dialog', { name: 'Keys' });
      expect(sheet).toHaveFocus();
      const listed = [...sheet.querySelectorAll('dt:not(:last-of-type)')]
        .flatMap(({ textContent }) => textContent?.split(' ') ?? [])
        .filter(key => key.length === 1);
      expect(listed.sort().join('')).toBe('/?DGJKN[]cdefgjklmntwxy');
      await userEvent.keyboard('{Escape}');
      expect(sheet).not.toBeInTheDocument();
      expect(area).toHaveFocus();
    });
  });

  it('downloads one step, or all', async () => {
    Object.assign(URL, {
      createObjectURL: () => 'blob:log',
      revokeObjectURL: () => {},
    });
    const saved: string[] = [];
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function save(this: HTMLAnchorElement) {
        saved.push(this.download);
      });
    await showLogs(failedBuild, () => whole(failedLog));
    await logArea();
    await userEvent.click(press('Download'));
    await waitFor(() => expect(saved).toEqual(['returns-build-2-build.log']));
    await userEvent.click(press('More'));
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Download all steps' }),
    );
    expect(
      await screen.findByText(/The log could not be downloaded/),
    ).toBeInTheDocument();
    click.mockRestore();
  });

  it('shows the meaning of an exit code beside the step', async () => {
    await showLogs(failedBuild, () => whole(failedLog));
    await logArea();
    const step = screen.getByRole('button', { name: /build.*exit 51/ });
    expect(step.closest('li')).toHaveTextContent('a buildpack failed');
  });

  describe('for those who listen', () => {
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

  describe('selecting text', () => {
    const select = (from: number, start: number, to: number, end: number) =>
      act(() => {
        const text = (number: number) =>
          logRow(number)?.querySelector('[data-text]')?.firstChild ??
          document.body;
        document
          .getSelection()
          ?.setBaseAndExtent(text(from), start, text(to), end);
        document.dispatchEvent(new Event('selectionchange'));
      });

    function copied() {
      const data = { setData: jest.fn() };
      fireEvent.copy(document.body, { clipboardData: data });
      return data.setData.mock.calls[0]?.[1];
    }

    it('copies it without numbers and colours', async () => {
      await showLogs(succeededBuild, () =>
        whole('first\n\u001b[31mred\u001b[0m and plain\nlast'),
      );
      await logArea();
      select(1, 2, 3, 2);
      expect(copied()).toBe('rst\nred and plain\nla');
    });

    it('copies what scrolled out of sight, too, and draws it again when it is back', async () => {
      await showLogs(succeededBuild, () => whole(numbered(1, 1001)));
      const area = await logArea();
      select(1, 5, 2, 4);
      await act(async () => area.scrollTo({ top: 10_000 }));
      expect(document.getSelection()?.rangeCount).toBe(0);
      expect(copied()).toBe('1\nline');
      await act(async () => area.scrollTo({ top: 0 }));
      expect(document.getSelection()?.toString()).toMatch(/^1/);
    });

    it('grows over rows that are not there any more', async () => {
      await showLogs(succeededBuild, () => whole(numbered(1, 1001)));
      const area = await logArea();
      select(2, 0, 3, 6);
      await act(async () => area.scrollTo({ top: 10_000 }));
      // With shift: the browser takes its own start for the start, which we have put there.
      const anchor = document.getSelection();
      expect(anchor?.rangeCount).toBe(0);
      await act(async () => area.scrollTo({ top: 40 }));
      act(() => {
        const end = logRow(8)?.querySelector('[data-text]')?.firstChild;
        if (end) document.getSelection()?.extend(end, 6);
        document.dispatchEvent(new Event('selectionchange'));
      });
      expect(copied()).toBe(numbered(2, 9));
    });

    it('selects the whole log by keyboard', async () => {
      await showLogs(succeededBuild, () => whole(numbered(1, 1001)));
      const area = await logArea();
      fireEvent.keyDown(area, { key: 'a', ctrlKey: true });
      expect(copied()).toBe(numbered(1, 1001));
      fireEvent(
        document.body,
        new MouseEvent('pointerdown', { bubbles: true }),
      );
      expect(copied()).toBeUndefined();
    });

    it('leaves the search box its own clipboard', async () => {
      await showLogs(succeededBuild, () => whole('one'));
      const area = await logArea();
      fireEvent.keyDown(area, { key: 'a', ctrlKey: true });
      const data = { setData: jest.fn() };
      fireEvent.copy(search(), { clipboardData: data });
      expect(data.setData).not.toHaveBeenCalled();
    });
  });

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
});
