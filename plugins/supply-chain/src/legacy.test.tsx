import { screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  EntitySupplyChainCard,
  EntitySupplyChainContent,
  supplyChainApiRef,
  SupplyChainPage,
  supplyChainPlugin,
} from './legacy';
import { FakeSupplyChainApi } from './testing/FakeSupplyChainApi';
import { recordedAnswer } from './testing/recordedAnswer';
import { recordedViews } from './testing/recordedViews';

jest.mock('./stages/StagePanel', () => ({
  StagePanel: ({ stage }: { stage: string }) => <div>panel of {stage}</div>,
}));

const api = new FakeSupplyChainApi(recordedAnswer(recordedViews()));
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    annotations: { 'carto.run/workload-name': 'payments' },
  },
};

async function renderAt(address: string, element: JSX.Element) {
  await renderInTestApp(
    <TestApiProvider apis={[[supplyChainApiRef, api]]}>
      <FlatRoutes>
        <Route path="/supply-chain" element={<SupplyChainPage />} />
        <Route path="/entity" element={element} />
      </FlatRoutes>
    </TestApiProvider>,
    { routeEntries: [address] },
  );
}

describe('the plugin in the old frontend system', () => {
  it('is called the same', () =>
    expect(supplyChainPlugin.getId()).toBe('supply-chain'));

  it('brings its api', () =>
    expect([...supplyChainPlugin.getApis()].map(each => each.api.id)).toEqual([
      supplyChainApiRef.id,
    ]));

  it('shows the list', async () => {
    await renderAt('/supply-chain', <></>);
    expect(
      await screen.findByRole('link', { name: 'payments' }),
    ).toHaveAttribute('href', '/supply-chain/build/storefront/payments');
  });

  it('shows a supply chain', async () => {
    await renderAt('/supply-chain/build/storefront/payments', <></>);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'payments' }),
    ).toBeInTheDocument();
    expect(screen.getByText('panel of image-provider')).toBeInTheDocument();
  });

  it('shows the tab and the card of an entity', async () => {
    await renderAt(
      '/entity',
      <EntityProvider entity={entity}>
        <EntitySupplyChainCard />
        <EntitySupplyChainContent />
      </EntityProvider>,
    );
    expect(
      await screen.findByText('panel of image-provider'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Open the supply chain' }),
    ).toBeInTheDocument();
  });
});
