/**
 * Supply Chain View for the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { supplyChainApiRef } from './api/SupplyChainApi';
import { SupplyChainClient } from './api/SupplyChainClient';
import {
  catalogEntityRouteRef,
  rootRouteRef,
  workloadRouteRef,
} from './routes';

export {
  supplyChainApiRef,
  type LogRequest,
  type SupplyChainApi,
} from './api/SupplyChainApi';
export type { LogSource } from './api/LogSource';
export { LogViewer } from './logs/LazyLogViewer';
export type { LogViewerProps } from './logs/LogViewer';
export type { LogContent, LogStream } from './logs/LogContent';
export { supplyChainTranslationRef } from './translation/supplyChainTranslationRef';

/** The plugin; installed by using one of its extensions. */
export const supplyChainPlugin = createPlugin({
  id: 'supply-chain',
  routes: { root: rootRouteRef, workload: workloadRouteRef },
  externalRoutes: { catalogEntity: catalogEntityRouteRef },
  apis: [
    createApiFactory({
      api: supplyChainApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SupplyChainClient(deps),
    }),
  ],
});

/** The page, for `<Route path="/supply-chain" element={<SupplyChainPage />} />`. */
export const SupplyChainPage = supplyChainPlugin.provide(
  createRoutableExtension({
    name: 'SupplyChainPage',
    component: () =>
      import('./pages/SupplyChainRouter').then(m => m.SupplyChainRouter),
    mountPoint: rootRouteRef,
  }),
);

/** The tab of an entity, for `<EntityLayout.Route path="/supply-chain" title="Supply chain">`. */
export const EntitySupplyChainContent = supplyChainPlugin.provide(
  createComponentExtension({
    name: 'EntitySupplyChainContent',
    component: {
      lazy: () =>
        import('./entity/EntitySupplyChainContent').then(
          m => m.EntitySupplyChainContent,
        ),
    },
  }),
);

/** The card of an entity. */
export const EntitySupplyChainCard = supplyChainPlugin.provide(
  createComponentExtension({
    name: 'EntitySupplyChainCard',
    component: {
      lazy: () =>
        import('./entity/EntitySupplyChainCard').then(
          m => m.EntitySupplyChainCard,
        ),
    },
  }),
);
