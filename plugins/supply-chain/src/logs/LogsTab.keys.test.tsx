import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  failedBuild,
  failedLog,
  succeededBuild,
} from '../testing/buildFixtures';
import { eachLaidOut } from '../testing/eachLaidOut';
import {
  logArea,
  logRow,
  numbered,
  showLogs,
  whole,
} from '../testing/showLogs';

describe('the keys of a log', () => {
  eachLaidOut(10);

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

  it('copy a link to what is seen, also to a search that was typed just now', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    await showLogs(succeededBuild, () => whole(numbered(1, 50)));
    await logArea();
    await user.keyboard('/');
    await user.keyboard('line 7{Tab}l');
    expect(copied).toHaveBeenLastCalledWith(
      'http://localhost/?tab=logs&build=payments-build-6&step=build&q=line+7',
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
