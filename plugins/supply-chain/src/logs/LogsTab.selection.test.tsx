import { act, fireEvent, screen } from '@testing-library/react';
import { succeededBuild } from '../testing/buildFixtures';
import { eachLaidOut } from '../testing/eachLaidOut';
import {
  logArea,
  logRow,
  numbered,
  showLogs,
  whole,
} from '../testing/showLogs';

const search = () => screen.getByRole('textbox', { name: 'Search this log' });

describe('selecting text of a log', () => {
  eachLaidOut(10);

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
    fireEvent(document.body, new MouseEvent('pointerdown', { bubbles: true }));
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
