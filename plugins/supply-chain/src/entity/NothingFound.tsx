import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ProblemList } from '../states/ProblemList';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

/** What an entity means is not there, as far as could be looked. */
export function NothingFound({
  title,
  at: { namespace, cluster },
  problems = [],
}: {
  title: string;
  /** Where it was looked for. */
  at: { namespace?: string; cluster?: string };
  problems?: readonly Problem[];
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const place = [namespace, cluster].filter(Boolean).join(', ');
  return (
    <StatePanel tone="unknown" title={title}>
      {place ? t('entity.noneIn', { place }) : t('entity.noneAnywhere')}
      {/* A cluster that cannot be read may be the one that has it. */}
      <ProblemList problems={problems} />
    </StatePanel>
  );
}
