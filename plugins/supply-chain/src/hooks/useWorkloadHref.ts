import { useCallback } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { workloadRouteRef } from '../routes';

/** Where the page of a workload is, on a stage if wanted. */
export function useWorkloadHref(): (ref: ObjectRef, stage?: string) => string {
  const route = useRouteRef(workloadRouteRef);
  return useCallback(
    (ref, stage) =>
      // The route encodes what would end a segment: cluster names are anybody's, ARNs among them.
      `${route(ref)}${stage ? `?${new URLSearchParams({ stage })}` : ''}`,
    [route],
  );
}
