import '@backstage/cli/asset-types';
import { createRoot } from 'react-dom/client';
import { Navigate, Route } from 'react-router-dom';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import {
  supplyChainApiRef,
  SupplyChainPage,
  supplyChainPlugin,
} from '../src/legacy';
import { DevApi } from './DevApi';
import { EntityScreen } from './EntityScreen';
import { StateChooser } from './StateChooser';

const api = new DevApi();

// Not createDevApp of dev-utils: it asks to sign in, which takes a backend.
const app = createApp({
  plugins: [supplyChainPlugin],
  apis: [createApiFactory(supplyChainApiRef, api)],
});

const screens = (
  <FlatRoutes>
    <Route path="/" element={<Navigate to="/supply-chain" />} />
    <Route path="/supply-chain" element={<SupplyChainPage />} />
    <Route path="/entities" element={<EntityScreen />} />
  </FlatRoutes>
);

const App = app.createRoot(
  <AppRouter>
    {screens}
    <StateChooser api={api} />
  </AppRouter>,
);

createRoot(document.getElementById('root')!).render(<App />);
