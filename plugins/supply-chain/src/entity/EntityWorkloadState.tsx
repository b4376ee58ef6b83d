import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWorkloadHref } from '../hooks/useWorkloadHref';
import { MiniPipeline } from '../phase/MiniPipeline';
import { PhaseMark } from '../phase/PhaseMark';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { EntityFound } from './EntityFound';
import type { EntityWorkload } from '../catalog/entityWorkload';
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
  return (
    <EntityFound
      {...{ live, rows, loading }}
      none={otherwise(
        <NothingFound
          title={t('entity.noneTitle', { name: wanted.name })}
          at={wanted}
          problems={live.view?.problems ?? []}
        />,
      )}
      several={found => ({
        title: t('entity.several', { count: found.length }),
        choices: found.map(({ ref, phase, pipeline }) => ({
          ref,
          to: href(ref),
          marks: (
            <>
              <MiniPipeline stages={pipeline} />
              <PhaseMark phase={phase} />
            </>
          ),
        })),
      })}
    >
      {children}
    </EntityFound>
  );
}
