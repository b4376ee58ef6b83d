import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  rolloutStateSchema,
  type BuilderView,
  type RolloutState,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Panel } from '../frame/Panel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { LastImages } from './LastImages';
import { RolloutGrid } from './RolloutGrid';
import { RolloutHead } from './RolloutHead';
import { StateLegend } from './StateLegend';
import { useFleetParams } from './useFleetParams';
import { usePageStyles } from '../frame/usePageStyles';

const NAMES = ['state'] as const;

/** How far the builder's updates have come: a sentence, a bar, who is left, and every image as a cell. */
export function BuilderRollout({ view }: { view: BuilderView }) {
  const classes = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [params, change] = useFleetParams(NAMES);
  const chosen = params.state.filter(isState);
  const shown =
    chosen.length === 0
      ? view.images
      : view.images.filter(({ state }) => chosen.includes(state));
  return (
    <Panel label={t('builder.rollout')}>
      <div className={classes.stack}>
        <RolloutHead rollout={view.rollout} />
        <LastImages rollout={view.rollout} />
        <StateLegend
          counts={view.rollout.counts}
          chosen={chosen}
          onChoose={state => change({ state }, 'replace')}
        />
        {shown.length > 0 ? (
          <RolloutGrid
            images={shown}
            label={t('builder.images', { name: view.ref.name })}
          />
        ) : (
          <p className={classes.quiet}>
            {t(
              view.images.length > 0
                ? 'builder.noSuchImages'
                : 'builder.noImages',
            )}
          </p>
        )}
      </div>
    </Panel>
  );
}

function isState(value: string): value is RolloutState {
  return rolloutStateSchema.safeParse(value).success;
}
