import { mockApis } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { succeededBuild } from '../testing/buildFixtures';
import { eachLaidOut } from '../testing/eachLaidOut';
import { logArea, showLogs, whole } from '../testing/showLogs';

const press = (name: string) => screen.getByRole('button', { name });

describe('how a person likes logs', () => {
  eachLaidOut(10);

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
});
