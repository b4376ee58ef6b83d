import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

/** While it is looked for what an entity means: bones of what will come, and words for those who listen. */
export function LookingFor({ children }: { children: ReactNode }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div role="status" aria-label={t('entity.loading')}>
      {children}
    </div>
  );
}
