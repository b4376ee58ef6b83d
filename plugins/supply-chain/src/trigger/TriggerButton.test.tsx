import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockApis } from '@backstage/test-utils';
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

const ALLOW = mockApis.permission();
const DENY = mockApis.permission({ authorize: AuthorizeResult.DENY });

const show = (
  newest: BuildView = succeededBuild,
  { api = new FixtureApi(), permissions = ALLOW } = {},
) => renderWithApi(api, <TriggerButton newest={newest} />, '/', permissions);

/** Answers about permissions are kept by what was asked: each test has a workload of its own. */
const another = (name: string): BuildView => ({
  ...succeededBuild,
  workload: { cluster: 'build', namespace: 'storefront', name },
});

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
    expect(await button()).toBeDisabled();
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
      expect(screen.getByRole('button', { name: 'Rebuild' })).toBeEnabled();
    },
  );

  it('is not there without the permission', async () => {
    await show(another('not-mine'), { permissions: DENY });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not there for a build made by hand', async () => {
    const { image: _, workload: __, ...byHand } = succeededBuild;
    await show(byHand);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    ['those who may', ALLOW],
    ['those who may not', DENY],
  ])('tells %s who has asked already', async (_, permissions) => {
    await show(
      {
        ...another(permissions === ALLOW ? 'mine' : 'theirs'),
        rebuildAsked: { by: 'ann' },
      },
      { permissions },
    );
    expect(
      await screen.findByText('A rebuild was asked for by ann'),
    ).toBeInTheDocument();
  });

  it('asks for the permission on the workload, or on the Image that belongs to none', async () => {
    const asked: unknown[] = [];
    const permissions = mockApis.permission({
      authorize: request => {
        asked.push('resourceRef' in request ? request.resourceRef : undefined);
        return AuthorizeResult.ALLOW;
      },
    });
    const { workload: _, ...alone } = succeededBuild;
    await show(another('asked-for'), { permissions });
    await show({ ...alone, image: 'lonely' }, { permissions });
    expect(asked).toEqual([
      'build/storefront/asked-for',
      'build/storefront/lonely',
    ]);
  });
});
