import { useMemo } from 'react';
import type {
  WorkloadRow,
  WorkloadsAnswer,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import { useLive } from '../hooks/useLive';
import type { EntityWorkload } from './entityWorkload';

/** Rows looked through for the exact name: the text search finds it in tags and sentences of others too. */
const LOOKED_THROUGH = 1000;

/** The workloads that carry exactly this name, where the entity says, kept up to date. */
export function useEntityWorkloads({
  name,
  namespace,
  cluster,
}: EntityWorkload): {
  live: Live<WorkloadsAnswer>;
  rows: readonly WorkloadRow[] | undefined;
} {
  const live = useLive({
    type: 'workloads',
    query: {
      q: name,
      limit: LOOKED_THROUGH,
      ...(namespace !== undefined && { namespace: [namespace] }),
      ...(cluster !== undefined && { cluster: [cluster] }),
    },
  });
  const items = live.view?.items;
  const rows = useMemo(
    () => items?.filter(row => row.ref.name === name),
    [items, name],
  );
  return { live, rows };
}
