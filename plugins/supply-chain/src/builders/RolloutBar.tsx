import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  ROLLOUT_STATES,
  type RolloutState,
  type RolloutView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { toneColor } from '../phase/toneColor';
import type { PhaseTone } from '../phase/PhaseTone';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ROLLOUT_TONES } from './ROLLOUT_TONES';

const useStyles = makeStyles((theme: Theme) => {
  const part = (tone: PhaseTone) => ({ background: toneColor(theme, tone) });
  return {
    bar: {
      display: 'flex',
      gap: 1,
      height: 10,
      borderRadius: 4,
      overflow: 'hidden',
      background: theme.palette.divider,
    },
    part: { minWidth: 3, transition: 'flex-grow 300ms' },
    ok: part('ok'),
    bad: part('bad'),
    warn: part('warn'),
    busy: part('busy'),
    idle: part('idle'),
    skipped: part('skipped'),
    unknown: part('unknown'),
    // Beside "up to date", whose colour it has: told apart by a lighter tone.
    rebased: { ...part('ok'), opacity: 0.72 },
  };
});

/** What is done comes first, as in a bar that fills. */
const FROM_LEFT: readonly RolloutState[] = [...ROLLOUT_STATES].reverse();

/** How many images are in which state, as one bar. The numbers are in its name. */
export function RolloutBar({ rollout }: { rollout: RolloutView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const there = FROM_LEFT.filter(state => rollout.counts[state] > 0);
  const words = there.map(state =>
    t('builder.stateCount', {
      state: t(`rolloutState.${state}`),
      images: String(rollout.counts[state]),
    }),
  );
  return (
    <div className={classes.bar} role="img" aria-label={words.join(', ')}>
      {there.map((state, n) => (
        <span
          key={state}
          className={`${classes.part} ${
            state === 'rebased'
              ? classes.rebased
              : classes[ROLLOUT_TONES[state]]
          }`}
          style={{ flexGrow: rollout.counts[state], flexBasis: 0 }}
          title={words[n]}
        />
      ))}
    </div>
  );
}
