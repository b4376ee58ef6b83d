import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** `/supply-chain`: all supply chains. */
export const rootRouteRef = createRouteRef({ id: 'supply-chain' });

/** `/supply-chain/:cluster/:namespace/:name`: one of them. */
export const workloadRouteRef = createSubRouteRef({
  id: 'supply-chain/workload',
  parent: rootRouteRef,
  path: '/:cluster/:namespace/:name',
});
