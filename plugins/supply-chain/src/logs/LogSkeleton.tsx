import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hidden } from '../frame/Hidden';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { VIEWER_HEIGHT } from './viewerHeight';

/** Where a log will be: as high, so that nothing moves when it comes. */
export function LogSkeleton({ height = VIEWER_HEIGHT }: { height?: string }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div style={{ height }} aria-busy="true">
      <Hidden announce>{t('log.stateLoading')}</Hidden>
    </div>
  );
}
