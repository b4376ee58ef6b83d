import type { DeliveryDetail } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen } from '@testing-library/react';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { DeliveryDetailView } from './DeliveryDetailView';

async function show(more: Partial<DeliveryDetail>) {
  const detail: DeliveryDetail = {
    ref: { cluster: 'run', namespace: 'storefront', name: 'orders' },
    state: 'not-known',
    stages: [],
    addresses: [],
    problems: [],
    ...more,
  };
  await renderWithApi(new FixtureApi(), <DeliveryDetailView detail={detail} />);
}

describe('DeliveryDetailView', () => {
  it.each([
    ['delivered', /What was built last is what runs/],
    ['behind', /is not what runs yet/],
    ['not-known', /cannot be told/],
  ] as const)('says in words that it is %s', async (state, words) => {
    await show({ state });
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Delivery orders on run' }),
    ).toBeInTheDocument();
  });

  it('tells why a deployment failed, with what it printed open', async () => {
    await show({
      stages: [
        {
          stage: {
            name: 'deployer',
            title: 'Deployer',
            phase: { kind: 'failed', says: 'kapp' },
            stale: false,
            outputs: [],
            conditions: [],
          },
          deploy: {
            kind: 'App',
            name: 'orders',
            failure: 'kapp: Error: not ready',
            output: 'fail: <b>reconcile</b>',
            exitCode: 1,
          },
        },
      ],
    });
    expect(screen.getByText('kapp: Error: not ready')).toBeVisible();
    expect(screen.getByText('fail: <b>reconcile</b>')).toBeVisible();
    expect(screen.getByText('Failed')).toBeInTheDocument();
  });

  it('links addresses of http(s) only', async () => {
    // eslint-disable-next-line no-script-url -- what a hostile object would say
    const url = 'javascript:alert(1)';
    await show({
      addresses: [
        {
          kind: 'Service',
          name: 'a',
          host: 'a.example',
          url: 'https://a.example',
        },
        { kind: 'HTTPRoute', name: 'b', host: 'b.example' },
        { kind: 'Service', name: 'c', host: 'c', url },
      ],
    });
    expect(
      screen.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual(['https://a.example']);
    expect(screen.getByText(/b\.example/)).toBeInTheDocument();
  });

  it('names what the cluster refuses', async () => {
    await show({
      problems: [
        {
          because: 'denied',
          cluster: 'run',
          verb: 'list',
          resource: 'apps.kappctrl.k14s.io',
          namespace: 'storefront',
        },
      ],
    });
    expect(screen.getByText(/apps\.kappctrl\.k14s\.io/)).toBeInTheDocument();
  });
});
