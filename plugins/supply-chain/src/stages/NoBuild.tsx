import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ImageProviderView,
  StagePhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Facts } from '../builds/Facts';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  says: { margin: theme.spacing(0, 0, 1.5) },
}));

/** Why an Image Provider shows no build. Nothing where the stage's own phase says it already. */
export function NoBuild({
  provider,
  phase,
}: {
  provider: ImageProviderView;
  phase: StagePhase;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (provider.engine === 'prebuilt') {
    return (
      <StatePanel tone="skipped" title={t('build.prebuilt')}>
        <p className={classes.says}>{t('build.prebuiltSays')}</p>
        <Facts
          facts={[
            { name: t('build.asked'), value: provider.asked, mono: true },
            {
              name: t('build.resolved'),
              value: provider.serving ?? t('build.notResolved'),
              mono: provider.serving !== undefined,
            },
          ]}
        />
      </StatePanel>
    );
  }
  if (provider.engine === 'dockerfile') {
    return (
      <StatePanel tone="unknown" title={t('build.dockerfile')}>
        {t('build.dockerfileSays')}
      </StatePanel>
    );
  }
  const isToldElsewhere =
    'says' in phase && provider.says !== undefined
      ? phase.says === provider.says
      : phase.kind !== 'running' && phase.kind !== 'failed' && !provider.says;
  if (isToldElsewhere) return null;
  return (
    <StatePanel tone="idle" title={t('build.none')}>
      {provider.says
        ? t('build.imageSays', { says: provider.says })
        : t('build.noneSays')}
    </StatePanel>
  );
}
