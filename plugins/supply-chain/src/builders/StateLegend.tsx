import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  ROLLOUT_STATES,
  type RolloutCounts,
  type RolloutState,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { usePillStyles } from '../list/usePillStyles';
import { PhaseShape } from '../phase/PhaseShape';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ROLLOUT_TONES } from './ROLLOUT_TONES';

const useStyles = makeStyles((theme: Theme) => ({
  legend: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** The states that there are, with how many. Pressing one shows only those; pressing it again, all. */
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
  const pill = usePillStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div
      className={classes.legend}
      role="group"
      aria-label={t('builder.states')}
    >
      {ROLLOUT_STATES.filter(
        state => counts[state] > 0 || chosen.includes(state),
      ).map(state => {
        const tone = ROLLOUT_TONES[state];
        const pressed = chosen.includes(state);
        return (
          <button
            key={state}
            type="button"
            className={pill.pill}
            aria-pressed={pressed}
            onClick={() =>
              onChoose(
                pressed
                  ? chosen.filter(each => each !== state)
                  : [...chosen, state],
              )
            }
          >
            <PhaseShape tone={tone} size={14} className={tones[tone]} />
            {t(`rolloutState.${state}`)}{' '}
            <span className={pill.count}>{counts[state]}</span>
          </button>
        );
      })}
    </div>
  );
}
