import type {
  DeliveryDetail,
  DeliveryView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SupplyChainError } from '../api/SupplyChainError';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { DeliveryPanel } from './DeliveryPanel';

const WORKLOAD = { cluster: 'build', namespace: 'storefront', name: 'orders' };
const TOPIC = { type: 'delivery' as const, ref: WORKLOAD };
const REF = { ...WORKLOAD, cluster: 'run' };
const DETAIL: DeliveryDetail = {
  ...{ ref: REF, state: 'delivered' },
  ...{ stages: [], addresses: [], problems: [] },
};

const answering = () =>
  new FixtureApi().show(TOPIC, { deliveries: [DETAIL], problems: [] });

async function show(
  api: FixtureApi,
  { phase = 'ready', at = '/' }: { phase?: DeliveryView['phase']; at?: string },
) {
  const delivery: DeliveryView = {
    ...{ ref: REF, phase, says: 'All is well', conditions: [] },
    revision: 'main@sha1:1234567',
  };
  return renderWithApi(
    api,
    <DeliveryPanel workload={WORKLOAD} deliveries={[delivery]} />,
    at,
  );
}

const button = () => screen.getByRole('button', { name: 'Delivery in detail' });

describe('DeliveryPanel', () => {
  it('asks nothing while it is closed, and does not repeat what the graph says', async () => {
    const api = answering();
    await show(api, {});
    expect(button()).toHaveAttribute('aria-expanded', 'false');
    expect(
      screen.getByRole('region', { name: 'Delivery in detail' }),
    ).toHaveTextContent(/^Delivery in detail$/);
    expect(api.topics).toEqual([]);
  });

  it('opens and closes by keys; the address says so, and closed it asks no more', async () => {
    const user = userEvent.setup();
    const api = answering();
    const { search } = await show(api, { at: '/?stage=app-config' });
    await user.tab();
    expect(button()).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(button()).toHaveAttribute('aria-expanded', 'true');
    expect(search()).toBe('?stage=app-config&delivery=open');
    expect(screen.getByText(/is what runs\./)).toBeInTheDocument();
    expect(api.topics).toEqual([TOPIC]);
    await user.keyboard(' ');
    expect(search()).toBe('?stage=app-config&delivery=closed');
    expect(screen.queryByText(/is what runs\./)).not.toBeInTheDocument();
    expect(api.topics).toEqual([]);
  });

  it.each<[string, { phase?: DeliveryView['phase']; at?: string }, boolean]>([
    ['is open when a delivery has failed', { phase: 'failed' }, true],
    ['is open when the address says so', { at: '/?delivery=open' }, true],
    [
      'is closed when somebody closed it, whatever failed',
      { phase: 'failed', at: '/?delivery=closed' },
      false,
    ],
    ['is closed while it waits', { phase: 'waiting' }, false],
  ])('%s', async (_, how, open) => {
    const api = answering();
    await show(api, how);
    expect(button()).toHaveAttribute('aria-expanded', String(open));
    expect(api.topics).toEqual(open ? [TOPIC] : []);
  });

  it('says that it is being read', async () => {
    const loading = { state: 'loading', stale: false } as const;
    await show(new FixtureApi().put(TOPIC, loading), { at: '/?delivery=open' });
    expect(
      screen.getByRole('status', { name: 'The delivery is being read' }),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('says why there is nothing, in the words of who may not see it too', async () => {
    const error = new SupplyChainError('not-found', 'Not here');
    await show(
      new FixtureApi().put(TOPIC, { state: 'error', stale: false, error }),
      { at: '/?delivery=open' },
    );
    expect(screen.getByRole('alert')).toHaveTextContent(/may not see it/);
  });

  it('names what a cluster refuses beside what it shows', async () => {
    const problem = {
      because: 'denied',
      cluster: 'run',
      verb: 'list',
      resource: 'apps.kappctrl.k14s.io',
      namespace: 'storefront',
    } as const;
    await show(
      new FixtureApi().show(TOPIC, {
        deliveries: [{ ...DETAIL, problems: [problem] }],
        problems: [],
      }),
      { at: '/?delivery=open' },
    );
    expect(screen.getByText(/apps\.kappctrl\.k14s\.io/)).toBeInTheDocument();
    expect(screen.getByText(/is what runs\./)).toBeInTheDocument();
  });

  it('says so when nothing is delivered any more', async () => {
    await show(new FixtureApi().show(TOPIC, { deliveries: [], problems: [] }), {
      at: '/?delivery=open',
    });
    expect(screen.getByText('Nothing is delivered any more')).toBeVisible();
  });
});
