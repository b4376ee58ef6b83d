import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuilderRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useLive } from '../hooks/useLive';
import { FailurePanel } from '../states/FailurePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { RolloutGrid } from './RolloutGrid';

const useStyles = makeStyles((theme: Theme) => ({
  grid: { marginTop: theme.spacing(1.5), minHeight: 84 },
}));

/** The images of a builder within the list of builders. */
export function BuilderImages({ of }: { of: BuilderRef }) {
  const { grid } = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const live = useLive({ type: 'builder', ref: of });
  return (
    <div className={grid} aria-busy={live.state === 'loading'}>
      {live.view ? (
        <RolloutGrid
          images={live.view.images}
          label={t('builder.images', { name: of.name })}
        />
      ) : (
        live.state === 'error' && <FailurePanel error={live.error} />
      )}
    </div>
  );
}
