import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ClusterTokens } from '../api/ClusterTokens';
import type { LiveTopic } from '../api/LiveTopic';
import { SignInUnavailable } from '../api/SignInUnavailable';
import { SupplyChainError } from '../api/SupplyChainError';
import { clusterFixture } from '../testing/clusterFixture';
import { FakeLiveEnvironment } from '../testing/FakeLiveEnvironment';
import {
  FakeSupplyChainApi,
  type AnyLive,
} from '../testing/FakeSupplyChainApi';
import { recordedAnswer } from '../testing/recordedAnswer';
import { renderTestApp } from '@backstage/frontend-test-utils';
import supplyChainPlugin, { supplyChainApiRef } from '..';

const gke = {
  ...clusterFixture('gke', 'denied', {
    because: 'sign-in',
    cluster: 'gke',
    authProvider: 'google',
    why: 'missing',
  }),
  access: 'per-user' as const,
  authProvider: 'google',
};

/** The whole plugin, with a cluster that wants the person's own token, and a sign-in of the test's. */
async function open(
  address: string,
  signIn: () => Promise<string | undefined>,
) {
  const clusterTokens = new ClusterTokens({
    clusters: async () => ({ clusters: [gke] }),
    environment: new FakeLiveEnvironment(),
    now: () => 0,
  });
  clusterTokens.connect({ quietly: async () => undefined, signIn });
  await clusterTokens.unsettled();
  const recorded = recordedAnswer(
    { rows: [], views: [], stages: [], builds: [] },
    [gke],
  );
  const error = new SupplyChainError('cluster-sign-in', 'Sign in there', {
    cluster: 'gke',
  });
  const answer = (topic: LiveTopic): AnyLive =>
    topic.type === 'workloads'
      ? recorded(topic)
      : { state: 'error', stale: false, error };
  const api = Object.assign(new FakeSupplyChainApi(answer), { clusterTokens });
  renderTestApp({
    features: [supplyChainPlugin],
    initialRouteEntries: [address],
    apis: [[supplyChainApiRef, api]],
  });
  return clusterTokens;
}

const button = () =>
  screen.findByRole('button', { name: 'Sign in to see cluster gke' });

describe('a cluster that wants the person’s own token', () => {
  it('offers the sign-in on its chip, and shows none by itself', async () => {
    const signIn = jest.fn(async () => 'token');
    const tokens = await open('/supply-chain', signIn);
    expect(await button()).toHaveTextContent('Sign in to see this cluster');
    expect(signIn).not.toHaveBeenCalled();

    const user = userEvent.setup();
    (await button()).focus();
    await user.keyboard('{Enter}');
    expect(signIn).toHaveBeenCalledWith('google');
    await waitFor(() =>
      expect(Object.values(tokens.headers())).toEqual(['token']),
    );
  });

  it('offers it in place of a page of that cluster', async () => {
    const signIn = jest.fn(async () => 'token');
    await open('/supply-chain/gke/shop/payments', signIn);
    expect(
      await screen.findByText('This cluster wants to know you'),
    ).toBeInTheDocument();
    await userEvent.click(await button());
    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('says who can help where the app has no such sign-in', async () => {
    await open('/supply-chain', async () => {
      throw new SignInUnavailable('google');
    });
    await userEvent.click(await button());
    expect(
      await screen.findByText(/has no sign-in for google/),
    ).toBeInTheDocument();
  });

  it('says that a sign-in failed, and lets one try again', async () => {
    await open('/supply-chain', async () => {
      throw new Error('Popup closed');
    });
    await userEvent.click(await button());
    expect(
      await screen.findByText('The sign-in did not work: Popup closed'),
    ).toBeInTheDocument();
    expect(await button()).toBeEnabled();
  });
});
