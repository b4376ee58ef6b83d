import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ImageProviderView,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Facts } from '../panel/Facts';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { TrustSection } from '../trust/TrustSection';
import { useTrust } from '../trust/useTrust';

const useStyles = makeStyles((theme: Theme) => ({
  says: { margin: theme.spacing(0, 0, 1.5) },
  trust: { padding: theme.spacing(2, 2.25, 0) },
}));

/** An image that is not built here: what was asked for, what it resolved to, and what that is worth. */
export function ReadyMadeImage({
  detail: { workload, stage },
  provider: { asked, serving },
}: {
  detail: StageDetailView;
  provider: ImageProviderView;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  // A tag is no image yet.
  const image = serving?.includes('@') ? serving : undefined;
  const { trust, again } = useTrust({ workload, stage: stage.name }, image);
  return (
    <>
      <StatePanel tone="skipped" title={t('build.prebuilt')}>
        <p className={classes.says}>{t('build.prebuiltSays')}</p>
        <Facts
          facts={[
            { name: t('build.asked'), value: asked, mono: true },
            {
              name: t('build.resolved'),
              value: serving ?? t('build.notResolved'),
              mono: serving !== undefined,
            },
          ]}
        />
      </StatePanel>
      {image !== undefined && (
        <div className={classes.trust}>
          <TrustSection trust={trust} again={again} />
        </div>
      )}
    </>
  );
}
