import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { SignatureState } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PhaseShape } from '../phase/PhaseShape';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { stateWord, TRUST_TONES } from './trustWords';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', gap: 8, alignItems: 'flex-start' },
  shape: { flex: 'none', marginTop: 2 },
  // The word's line is the mark's: beside a name it stands on the same.
  word: {
    alignSelf: 'baseline',
    minWidth: 0,
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
});

/** Whether an image, or one signature of it, is good: shape, colour and word, as phases have them. */
export function SignatureMark({ state }: { state: SignatureState }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const tone = TRUST_TONES[state.kind];
  return (
    <span className={`${classes.mark} ${tones[tone]}`} data-trust={state.kind}>
      <PhaseShape tone={tone} className={classes.shape} />
      <span className={classes.word}>{stateWord(t, state)}</span>
    </span>
  );
}
