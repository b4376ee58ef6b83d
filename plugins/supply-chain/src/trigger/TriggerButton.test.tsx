import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  SupplyChainError,
  type SupplyChainErrorCode,
} from '../api/SupplyChainError';
import { succeededBuild } from '../testing/buildFixtures';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { TriggerButton } from './TriggerButton';

const show = (
  newest: BuildView = succeededBuild,
  { api = new FixtureApi(), mayTrigger = true } = {},
) =>
  renderWithApi(api, <TriggerButton newest={newest} mayTrigger={mayTrigger} />);

const button = () => screen.findByRole('button', { name: 'Rebuild' });

/** A backend that refuses. */
function refusing(code: SupplyChainErrorCode): FixtureApi {
  const api = new FixtureApi();
  api.trigger = async () => {
    throw new SupplyChainError(code, 'in words of the backend');
  };
  return api;
}

describe('TriggerButton', () => {
  it('asks first, in plain words, and only then the cluster', async () => {
    const api = new FixtureApi();
    await show(succeededBuild, { api });
    await userEvent.click(await button());
    const dialog = screen.getByRole('dialog', { name: 'Rebuild payments?' });
    expect(dialog).toHaveAccessibleDescription(
      /kpack builds the image once more.*starts when the builder is ready.*goes on to the stages/s,
    );
    expect(api.triggered).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Rebuild' }));
    expect(api.triggered).toEqual([succeededBuild.ref]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('status')).toHaveTextContent(
      'A rebuild was asked for',
    );
    expect(await button()).toHaveAttribute('aria-disabled', 'true');
    expect(await button()).toHaveFocus();
    await userEvent.click(await button());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does nothing when the question is answered with no', async () => {
    const api = new FixtureApi();
    await show(succeededBuild, { api });
    await userEvent.click(await button());
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.triggered).toEqual([]);
    expect(await button()).toHaveFocus();
  });

  it('says that a build under way ends first', async () => {
    await show({ ...succeededBuild, phase: { kind: 'running' } });
    await userEvent.click(await button());
    expect(
      screen.getByText(
        'Build 6 is not over: the new one starts when it has ended.',
      ),
    ).toBeInTheDocument();
  });

  it.each<[SupplyChainErrorCode, RegExp]>([
    ['newer-build', /a newer build has begun meanwhile/],
    ['rebuild-asked', /somebody has asked for a rebuild already/],
    ['conflict', /changes too fast/],
    ['denied', /supply-chain\.build\.trigger/],
    ['too-many-requests', /Try again in a minute/],
    ['not-found', /not there any more/],
    ['cluster-denied', /in words of the backend/],
    ['network', /does not answer/],
  ])(
    'says of %s what it means, and lets one try again',
    async (code, words) => {
      await show(succeededBuild, { api: refusing(code) });
      await userEvent.click(await button());
      await userEvent.click(screen.getByRole('button', { name: 'Rebuild' }));
      expect(await screen.findByText(words)).toHaveAttribute('role', 'alert');
      expect(screen.getByRole('button', { name: 'Close' })).toBeInTheDocument();
      const again = screen.getByRole('button', { name: 'Rebuild' });
      expect(again).not.toHaveAttribute('aria-disabled');
      // Whoever asked by the keyboard is still there.
      expect(again).toHaveFocus();
    },
  );

  it('is not there for those who may not ask', async () => {
    await show(succeededBuild, { mayTrigger: false });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    ['those who may', true],
    ['those who may not', false],
  ])('tells %s who has asked already', async (_, mayTrigger) => {
    await show(
      { ...succeededBuild, rebuildAsked: { by: 'ann' } },
      { mayTrigger },
    );
    expect(
      await screen.findByText('A rebuild was asked for by ann'),
    ).toBeInTheDocument();
  });
});
