import { useMemo } from 'react';
import type {
  ImageRow,
  ImagesAnswer,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import { useLive } from '../hooks/useLive';
import type { EntityImage } from '../catalog/entityImage';

/** Rows looked through for the exact name, the most the backend gives: the text search finds it in longer ones too. */
const LOOKED_THROUGH = 500;

/** Images by name, with a workload or without; or those without one that the annotations of an entity select. */
export type WantedImages = EntityImage | { entityRef: string };

/** The kpack Images that an entity is about. Kept up to date. */
export function useEntityImages(wanted: WantedImages): {
  live: Live<ImagesAnswer>;
  rows: readonly ImageRow[] | undefined;
} {
  const live = useLive({ type: 'images', query: queryOf(wanted) });
  const items = live.view?.items;
  const name = 'name' in wanted ? wanted.name : undefined;
  const rows = useMemo(
    () =>
      name === undefined ? items : items?.filter(row => row.ref.name === name),
    [items, name],
  );
  return { live, rows };
}

function queryOf(wanted: WantedImages) {
  if (!('name' in wanted)) {
    return { entity: wanted.entityRef, limit: LOOKED_THROUGH };
  }
  const { name, namespace, cluster } = wanted;
  return {
    q: name,
    workload: 'any' as const,
    limit: LOOKED_THROUGH,
    ...(namespace !== undefined && { namespace: [namespace] }),
    ...(cluster !== undefined && { cluster: [cluster] }),
  };
}
