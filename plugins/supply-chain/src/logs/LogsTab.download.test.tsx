import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failedBuild, failedLog } from '../testing/buildFixtures';
import { eachLaidOut } from '../testing/eachLaidOut';
import { logArea, showLogs, whole } from '../testing/showLogs';

const press = (name: string) => screen.getByRole('button', { name });

describe('a log as a file', () => {
  eachLaidOut(10);

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
      await screen.findByRole('menuitem', { name: 'Download all steps' }),
    );
    expect(
      await screen.findByText(/The log could not be downloaded/),
    ).toBeInTheDocument();
    click.mockRestore();
  });
});
