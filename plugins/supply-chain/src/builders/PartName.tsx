import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Verdict } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { usePageStyles } from '../frame/usePageStyles';
import { VerdictMark } from './VerdictMark';

/** Name, cluster and readiness of a stack, store or lifecycle; what kpack says when it is not ready, and what that means. */
export function PartName({
  name,
  cluster,
  ready,
}: {
  name: string;
  cluster: string;
  ready: Verdict;
}) {
  const { quiet } = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <>
      <div>
        <strong>{name}</strong>{' '}
        <span className={quiet}>{t('builder.onCluster', { cluster })}</span>
      </div>
      <VerdictMark of="ready" verdict={ready} />
      {ready.says && <div>{ready.says}</div>}
      {ready.means && <div className={quiet}>{ready.means}</div>}
    </>
  );
}
