import {
  ApiBlueprint,
  AppRootElementBlueprint,
  createFrontendModule,
  PageBlueprint,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import supplyChainPlugin, { supplyChainApiRef } from '../src';
import { EntityScreen } from './EntityScreen';
import { DevApi } from './DevApi';
import { StateChooser } from './StateChooser';

const api = new DevApi();

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
