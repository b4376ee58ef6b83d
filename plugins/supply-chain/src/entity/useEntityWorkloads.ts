import { useMemo } from 'react';
import type {
  WorkloadRow,
  WorkloadsAnswer,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import { useLive } from '../hooks/useLive';
import type { EntityWorkload } from '../catalog/entityWorkload';

/** Rows looked through for the exact name: the text search finds it in tags and sentences of others too. */
const LOOKED_THROUGH = 1000;

/** The workloads that an entity is about: those its selector selects, else those of exactly this name. Kept up to date. */
export function useEntityWorkloads({
  name,
  entityRef,
  namespace,
  cluster,
}: EntityWorkload): {
  live: Live<WorkloadsAnswer>;
  rows: readonly WorkloadRow[] | undefined;
} {
  const live = useLive({
    type: 'workloads',
    query: {
      ...(entityRef === undefined ? { q: name } : { entity: entityRef }),
      limit: LOOKED_THROUGH,
      ...(namespace !== undefined && { namespace: [namespace] }),
      ...(cluster !== undefined && { cluster: [cluster] }),
    },
  });
  const items = live.view?.items;
  const rows = useMemo(
    () =>
      entityRef === undefined
        ? items?.filter(row => row.ref.name === name)
        : items,
    [items, name, entityRef],
  );
  return { live, rows };
}
