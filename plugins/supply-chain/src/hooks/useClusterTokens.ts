import { useEffect } from 'react';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { appTokenSource } from '../signIn/appTokenSource';

/** Lets the api have the app's own tokens for clusters that want them. The first that asks does it for the whole tab. */
export function useClusterTokens(): void {
  const { clusterTokens } = useApi(supplyChainApiRef);
  const apis = useApiHolder();
  useEffect(() => {
    clusterTokens?.connect(appTokenSource(apis));
  }, [clusterTokens, apis]);
}
