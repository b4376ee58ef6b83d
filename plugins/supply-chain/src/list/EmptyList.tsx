import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@material-ui/core';
import type { WorkloadsAnswer } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Panel } from '../frame/Panel';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

/** Why there is no row: filters, no cluster, no readable cluster, or really nothing. */
export function EmptyList({
  answer,
  filtered,
  onClear,
}: {
  answer: WorkloadsAnswer;
  filtered: boolean;
  onClear: () => void;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { clusters } = answer;
  const state = (title: string, says?: string) => (
    <Panel padded={false}>
      <StatePanel tone="idle" title={title}>
        {says}
      </StatePanel>
    </Panel>
  );
  if (filtered) {
    return (
      <Panel padded={false}>
        <StatePanel tone="idle" title={t('list.noMatchTitle')}>
          <Button variant="outlined" size="small" onClick={onClear}>
            {t('list.clear')}
          </Button>
        </StatePanel>
      </Panel>
    );
  }
  if (clusters.length === 0) {
    return state(t('list.noClustersTitle'), t('list.noClusters'));
  }
  if (clusters.some(({ state: each }) => each === 'loading')) {
    return state(t('list.loading'));
  }
  // The problems above the list name which right is missing, or since when.
  if (
    clusters.every(({ state: each }) => each === 'denied' || each === 'down')
  ) {
    return state(t('list.noneReadableTitle'));
  }
  return state(t('list.emptyTitle'), t('list.empty'));
}
