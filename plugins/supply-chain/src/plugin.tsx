import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  type ExtensionDefinition,
  fetchApiRef,
  type OverridableFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  convertLegacyRouteRef,
  convertLegacyRouteRefs,
} from '@backstage/core-compat-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { supplyChainApiRef } from './api/SupplyChainApi';
import { SupplyChainClient } from './api/SupplyChainClient';
import { SupplyChainIcon } from './SupplyChainIcon';
import {
  catalogEntityRouteRef,
  rootRouteRef,
  workloadRouteRef,
} from './routes';

const EXISTS = { $exists: true } as const;

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: supplyChainApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SupplyChainClient(deps),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/supply-chain',
    title: 'Supply chains',
    icon: <SupplyChainIcon />,
    routeRef: convertLegacyRouteRef(rootRouteRef),
    noHeader: true,
    loader: () =>
      import('./pages/SupplyChainRouter').then(m => <m.SupplyChainRouter />),
  },
});

/** Without an annotation it tells which one to add; config may narrow it further. */
const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/supply-chain',
    title: 'Supply chain',
    filter: { kind: 'component' },
    loader: () =>
      import('./entity/EntitySupplyChainContent').then(m => (
        <m.EntitySupplyChainContent />
      )),
  },
});

/** Only where an annotation names a workload or an Image: an overview has no room for advice. */
const entityCard = EntityCardBlueprint.make({
  params: {
    filter: {
      $all: [
        { kind: 'component' },
        {
          // Written out: Backstage's type of a predicate knows only literal keys. entityWorkload.ts and entityImage.ts say what each means.
          $any: [
            { 'metadata.annotations.carto.run/workload-name': EXISTS },
            { 'metadata.annotations.image.kpack.io/image': EXISTS },
            { 'metadata.annotations.backstage.io/kubernetes-id': EXISTS },
            {
              'metadata.annotations.backstage.io/kubernetes-label-selector':
                EXISTS,
            },
            {
              'metadata.annotations.backstage.io/kubernetes-namespace': EXISTS,
            },
          ],
        },
      ],
    },
    loader: () =>
      import('./entity/EntitySupplyChainCard').then(m => (
        <m.EntitySupplyChainCard />
      )),
  },
});

/** One of a kind, so without names, which Backstage's own types refuse under exactOptionalPropertyTypes. */
const extensions: Pick<ExtensionDefinition, '$$type'>[] = [
  api,
  page,
  entityContent,
  entityCard,
];

const routes = convertLegacyRouteRefs({
  root: rootRouteRef,
  workload: workloadRouteRef,
});

const externalRoutes = convertLegacyRouteRefs({
  catalogEntity: catalogEntityRouteRef,
});

/** Supply Chain View for the new frontend system. `getExtension` knows the extensions by these ids. */
export const supplyChainPlugin: OverridableFrontendPlugin<
  typeof routes,
  typeof externalRoutes,
  Record<
    | 'api:supply-chain'
    | 'page:supply-chain'
    | 'entity-content:supply-chain'
    | 'entity-card:supply-chain',
    ExtensionDefinition
  >
> = createFrontendPlugin({
  pluginId: 'supply-chain',
  title: 'Supply chains',
  icon: <SupplyChainIcon />,
  info: { packageJson: () => import('../package.json') },
  routes,
  externalRoutes,
  extensions: extensions as ExtensionDefinition[],
});
