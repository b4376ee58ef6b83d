import type { ReactNode } from 'react';
import type { ClusterView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import { FailurePanel } from '../states/FailurePanel';
import { EntityChoice } from './EntityChoice';
import { LookingFor } from './LookingFor';

/** What was found of what an entity means: the one there is, the several to choose from, or what is said where there is none. */
export function EntityFound<Row>({
  live,
  rows,
  loading,
  none,
  several,
  children,
}: {
  live: Live<{ clusters: readonly ClusterView[] }>;
  rows: readonly Row[] | undefined;
  loading: ReactNode;
  none: ReactNode;
  several: (rows: readonly Row[]) => Parameters<typeof EntityChoice>[0];
  children: (row: Row) => ReactNode;
}) {
  if (live.state === 'error' && !rows) {
    return <FailurePanel error={live.error} />;
  }
  const [only, ...others] = rows ?? [];
  const reading = live.view?.clusters.some(({ state }) => state === 'loading');
  if (!rows || (!only && reading)) return <LookingFor>{loading}</LookingFor>;
  if (!only) return none;
  return others.length === 0 ? (
    children(only)
  ) : (
    <EntityChoice {...several(rows)} />
  );
}
