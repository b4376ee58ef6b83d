import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
const press = (name: string) => screen.getByRole('button', { name });

describe('searching a log', () => {
  eachLaidOut(10);

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
    const said = () => Object.fromEntries(new URLSearchParams(address()));
    await waitFor(() =>
      expect(said()).toEqual({ tab: 'logs', q: 'error', how: 'c' }),
    );
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

  it('leads to the line of a link, not to a match, and from there to the next', async () => {
    await showLogs(
      succeededBuild,
      () => whole(numbered(1, 1001)),
      '/?tab=logs&step=build&line=500&q=line 9',
    );
    expect(await screen.findByText(/^\d+ of 111$/)).toBeInTheDocument();
    expect(logRow(500)).toHaveAttribute('aria-current', 'true');
    await userEvent.type(search(), '{Enter}');
    await waitFor(() => expect(logRow(500)).not.toBeInTheDocument());
    expect(document.querySelector('mark')).toBeInTheDocument();
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
      [...screen.getByTestId('log-marks').querySelectorAll('path')].map(path =>
        path.getAttribute('d'),
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
