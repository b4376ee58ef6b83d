import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FailurePanel } from '../states/FailurePanel';
import { ProblemList } from '../states/ProblemList';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { EntityWorkload } from './entityWorkload';
import { useEntityWorkloads } from './useEntityWorkloads';
import { WorkloadLinks } from './WorkloadLinks';

/** Finds the workload of an entity and shows it; otherwise says why there is none, or offers the several there are. */
export function EntityWorkloadState({
  wanted,
  loading,
  children,
}: {
  wanted: EntityWorkload;
  loading: ReactNode;
  children: (row: WorkloadRow) => ReactNode;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { live, rows } = useEntityWorkloads(wanted);
  if (live.state === 'error' && !rows) {
    return <FailurePanel error={live.error} />;
  }
  const [only, ...others] = rows ?? [];
  const reading = live.view?.clusters.some(({ state }) => state === 'loading');
  if (!rows || (!only && reading)) {
    return (
      <div role="status" aria-label={t('entity.loading')}>
        {loading}
      </div>
    );
  }
  if (only && others.length === 0) return <>{children(only)}</>;
  if (only) return <WorkloadLinks rows={rows} />;
  const place = [wanted.namespace, wanted.cluster].filter(Boolean).join(', ');
  return (
    <StatePanel
      tone="unknown"
      title={t('entity.noneTitle', { name: wanted.name })}
    >
      {place ? t('entity.noneIn', { place }) : t('entity.noneAnywhere')}
      {/* A cluster that cannot be read may be the one that has it. */}
      <ProblemList problems={live.view?.problems ?? []} />
    </StatePanel>
  );
}
