import {
  ApiBlueprint,
  AppRootElementBlueprint,
  createFrontendModule,
  PageBlueprint,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import supplyChainPlugin, { supplyChainApiRef } from '../src';
import { FakeSupplyChainApi } from '../src/testing/FakeSupplyChainApi';
import { EntityScreen } from './EntityScreen';
import { chosenState, StateChooser } from './StateChooser';
import { trusts } from './trusts';

const api = new FakeSupplyChainApi(chosenState().answer);
api.trusts = trusts();

const extensions: Pick<ExtensionDefinition, '$$type'>[] = [
  ApiBlueprint.make({
    params: define =>
      define({ api: supplyChainApiRef, deps: {}, factory: () => api }),
  }),
  PageBlueprint.make({
    name: 'entities',
    params: {
      path: '/entities',
      title: 'Entities',
      noHeader: true,
      loader: async () => <EntityScreen />,
    },
  }),
  AppRootElementBlueprint.make({
    name: 'states',
    params: { element: <StateChooser api={api} /> },
  }),
];

createDevApp({
  features: [
    supplyChainPlugin,
    createFrontendModule({
      pluginId: 'supply-chain',
      extensions: extensions as ExtensionDefinition[],
    }),
  ],
});
