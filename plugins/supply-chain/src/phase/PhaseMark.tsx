import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { PhaseShape } from './PhaseShape';
import { PHASE_TONES, type PhaseKind } from './PhaseTone';
import { useToneStyles } from './useToneStyles';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    verticalAlign: 'middle',
    whiteSpace: 'nowrap',
  },
  shape: { flex: 'none' },
  word: { fontWeight: 600 },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/**
 * A phase as everywhere: shape, colour and word. The word is for everybody; the shape for those who cannot see the
 * colour. As a `dot` the word is on hover and for screen readers.
 */
export function PhaseMark({
  phase,
  size = 'row',
  of,
}: {
  phase: PhaseKind;
  size?: 'row' | 'dot';
  /** What is in this phase, for a dot that stands alone: "Image Provider: Failed". */
  of?: string | undefined;
}) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const tone = PHASE_TONES[phase];
  const word = t(`phase.${phase}`);
  const said = of ? `${of}: ${word}` : word;
  return (
    <span
      className={`${classes.mark} ${tones[tone]}`}
      data-phase={phase}
      title={size === 'dot' ? said : undefined}
    >
      <PhaseShape
        tone={tone}
        size={size === 'dot' ? 14 : 16}
        className={classes.shape}
      />
      <span className={size === 'dot' ? classes.hidden : classes.word}>
        {said}
      </span>
    </span>
  );
}
