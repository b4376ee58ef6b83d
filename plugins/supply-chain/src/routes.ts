import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** `/supply-chain`: all supply chains. */
export const rootRouteRef = createRouteRef({ id: 'supply-chain' });

/** `/supply-chain/:cluster/:namespace/:name`: one of them. */
export const workloadRouteRef = createSubRouteRef({
  id: 'supply-chain/workload',
  parent: rootRouteRef,
  path: '/:cluster/:namespace/:name',
});

/** The page of an entity; without a catalog in the app there are no links to it. */
export const catalogEntityRouteRef = createExternalRouteRef({
  id: 'catalog-entity',
  params: ['namespace', 'kind', 'name'],
  optional: true,
  defaultTarget: 'catalog.catalogEntity',
});
