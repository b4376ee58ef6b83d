import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkloadPhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PhaseMark } from '../phase/PhaseMark';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { useTableStyles } from './useTableStyles';

/** The phase of a row, and whether that may be old. */
export function RowState({
  phase,
  stale,
}: {
  phase: WorkloadPhase;
  stale: boolean;
}) {
  const { muted } = useTableStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <>
      <PhaseMark phase={phase} />
      {stale && <div className={muted}>{t('list.staleRow')}</div>}
    </>
  );
}
