import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { usePageStyles } from '../frame/usePageStyles';

/** Names of the builders that use something. */
export function UsedBy({ names }: { names: readonly string[] }) {
  const { quiet } = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return names.length > 0 ? (
    <>{names.join(', ')}</>
  ) : (
    <span className={quiet}>{t('builder.nobody')}</span>
  );
}
