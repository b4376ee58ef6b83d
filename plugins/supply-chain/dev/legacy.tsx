import { createDevApp } from '@backstage/dev-utils';
import { FakeSupplyChainApi } from '../src/testing/FakeSupplyChainApi';
import {
  supplyChainApiRef,
  SupplyChainPage,
  supplyChainPlugin,
} from '../src/legacy';
import { EntityScreen } from './EntityScreen';
import { chosenState, StateChooser } from './StateChooser';

const api = new FakeSupplyChainApi(chosenState().answer);

createDevApp()
  .registerPlugin(supplyChainPlugin)
  .registerApi({ api: supplyChainApiRef, deps: {}, factory: () => api })
  .addPage({
    element: (
      <>
        <SupplyChainPage />
        <StateChooser api={api} />
      </>
    ),
    title: 'Supply chains',
    path: '/supply-chain',
  })
  .addPage({ element: <EntityScreen />, title: 'Entities', path: '/entities' })
  .render();
