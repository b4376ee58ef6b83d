import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  ROLLOUT_STATES,
  type RolloutCounts,
  type RolloutState,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { TonePills } from '../list/TonePills';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ROLLOUT_TONES } from './ROLLOUT_TONES';

const useStyles = makeStyles((theme: Theme) => ({
  legend: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** The states that there are, with how many. */
export function StateLegend({
  counts,
  chosen,
  onChoose,
}: {
  counts: RolloutCounts;
  chosen: readonly RolloutState[];
  onChoose: (states: RolloutState[]) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div
      className={classes.legend}
      role="group"
      aria-label={t('builder.states')}
    >
      <TonePills
        options={ROLLOUT_STATES.map(state => ({
          value: state,
          tone: ROLLOUT_TONES[state],
          words: t(`rolloutState.${state}`),
          count: counts[state],
        }))}
        chosen={chosen}
        onChoose={onChoose}
      />
    </div>
  );
}
