import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWorkloadHref } from '../hooks/useWorkloadHref';
import { MiniPipeline } from '../phase/MiniPipeline';
import { PhaseMark } from '../phase/PhaseMark';
import { FailurePanel } from '../states/FailurePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { EntityChoice } from './EntityChoice';
import type { EntityWorkload } from '../catalog/entityWorkload';
import { LookingFor } from './LookingFor';
import { NothingFound } from './NothingFound';
import { useEntityWorkloads } from './useEntityWorkloads';

/** Finds the workload of an entity and shows it; otherwise what there is in its place, or the several there are. */
export function EntityWorkloadState({
  wanted,
  loading,
  otherwise,
  children,
}: {
  wanted: EntityWorkload;
  loading: ReactNode;
  /** When no workload is found: what may be shown in its place, or what says so. */
  otherwise: (none: ReactNode) => ReactNode;
  children: (row: WorkloadRow) => ReactNode;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useWorkloadHref();
  const { live, rows } = useEntityWorkloads(wanted);
  if (live.state === 'error' && !rows) {
    return <FailurePanel error={live.error} />;
  }
  const [only, ...others] = rows ?? [];
  const reading = live.view?.clusters.some(({ state }) => state === 'loading');
  if (!rows || (!only && reading)) return <LookingFor>{loading}</LookingFor>;
  if (!only) {
    return otherwise(
      <NothingFound
        title={t('entity.noneTitle', { name: wanted.name })}
        at={wanted}
        problems={live.view?.problems ?? []}
      />,
    );
  }
  if (others.length === 0) return children(only);
  return (
    <EntityChoice
      title={t('entity.several', { count: rows.length })}
      choices={rows.map(({ ref, phase, pipeline }) => ({
        ref,
        to: href(ref),
        marks: (
          <>
            <MiniPipeline stages={pipeline} />
            <PhaseMark phase={phase} />
          </>
        ),
      }))}
    />
  );
}
