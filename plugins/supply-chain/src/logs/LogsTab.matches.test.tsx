import { act, screen, waitFor } from '@testing-library/react';
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

const texts = () =>
  [...document.querySelectorAll('[data-row]')]
    .sort(
      (a, b) =>
        Number(a.getAttribute('data-row')) - Number(b.getAttribute('data-row')),
    )
    .map(
      row => row.querySelector('[data-text]')?.textContent ?? row.textContent,
    );

describe('only the matches of a log', () => {
  eachLaidOut(10);

  it('shows lines with matches and what is around them, under their numbers', async () => {
    await showLogs(
      succeededBuild,
      () => whole(numbered(1, 101)),
      '/?tab=logs&q=line 50&how=m',
    );
    await logArea();
    await waitFor(() =>
      expect(texts()).toEqual(['⋯ 46 lines', ...numbered(47, 54).split('\n')]),
    );
    expect(logRow(50)?.querySelector('mark')).toHaveTextContent('line 50');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Lines around each match' }),
      '± 0 lines',
    );
    expect(texts()).toEqual(['⋯ 49 lines', 'line 50']);
  });

  it('has its choices in the menu where the log is narrow', async () => {
    const narrow = jest
      .spyOn(Element.prototype, 'getBoundingClientRect')
      .mockReturnValue(new DOMRect(0, 0, 400, 600));
    try {
      await showLogs(
        succeededBuild,
        () => whole(numbered(1, 101)),
        '/?tab=logs&q=line 50&how=m',
      );
      await logArea();
      expect(
        screen.queryByRole('combobox', { name: 'Times' }),
      ).not.toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'More' }));
      expect(
        await screen.findByRole('menuitemradio', { name: '± 3 lines' }),
      ).toHaveAttribute('aria-checked', 'true');
      expect(
        screen.getByRole('menuitemradio', { name: 'No times' }),
      ).toHaveAttribute('aria-checked', 'true');
      await userEvent.click(
        screen.getByRole('menuitemradio', { name: '± 0 lines' }),
      );
      await waitFor(() => expect(texts()).toEqual(['⋯ 49 lines', 'line 50']));
    } finally {
      narrow.mockRestore();
    }
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
