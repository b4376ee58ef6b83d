import type { DeliveryDetail } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen, within } from '@testing-library/react';
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
    ['failed', /does not run: its deployment failed\.$/],
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
      ...{ state: 'failed', deployed: `main@sha1:${'b'.repeat(40)}` },
      stages: [
        {
          stage: {
            name: 'deployer',
            title: 'Deployer',
            phase: { kind: 'failed', says: 'kapp', owner: 'platform' },
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
    expect(
      screen.getByText(
        'What was built last does not run: its deployment failed. bbbbbbb goes on serving. The platform team can fix this.',
      ),
    ).toBeInTheDocument();
  });

  it('does not say that all is well where it failed later', async () => {
    await show({
      state: 'delivered',
      stages: [
        {
          stage: {
            name: 'source-provider',
            title: 'Source Provider',
            phase: { kind: 'failed', says: 'no access', owner: 'platform' },
            stale: false,
            outputs: [],
            conditions: [],
          },
        },
      ],
    });
    expect(
      screen.getByText(
        'What was built last is what runs. The last attempt to deliver failed. The platform team can fix this.',
      ),
    ).toBeInTheDocument();
  });

  it('sets what was built against what runs', async () => {
    const commit = (digit: string) => digit.repeat(40);
    const image = (digit: string) => `r/app@sha256:${digit.repeat(64)}`;
    await show({
      ...{ written: commit('a'), deployed: `main@sha1:${commit('b')}` },
      ...{ built: image('1'), running: image('1') },
    });
    const table = screen.getByRole('table', {
      name: 'What was built against what runs',
    });
    const row = (name: RegExp) => within(table).getByRole('row', { name });
    expect(row(/^Configuration/)).toHaveTextContent(
      /aaaaaaa.*bbbbbbb.*another one/,
    );
    expect(row(/^Image/)).toHaveTextContent(
      /sha256:1111111.*sha256:1111111.*the same/,
    );
  });

  it('takes what is at the source where it is not known what was written, and says what is not known', async () => {
    await show({ fetched: `main@sha1:${'a'.repeat(40)}`, built: 'r/app:1' });
    expect(screen.getByRole('row', { name: /^Config/ })).toHaveTextContent(
      /aaaaaaa.*not known/,
    );
    const image = screen.getByRole('row', { name: /^Image/ });
    expect(image).toHaveTextContent(/^Image.*not known$/);
    expect(image).not.toHaveTextContent(/the same|another one/);
  });

  it('says which revision serves, and why the newest does not', async () => {
    await show({
      built: 'r/app:2',
      addresses: [
        {
          ...{ kind: 'Service', name: 'orders', host: 'o.example' },
          ...{ url: 'https://o.example', serves: 'orders-00004' },
          ...{ newest: 'orders-00005', newestSays: 'Unable to fetch image' },
        },
      ],
    });
    expect(
      screen.getByText(
        'Revision orders-00005 does not serve: Unable to fetch image',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /^Image/ })).toHaveTextContent(
      'revision orders-00004',
    );
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
