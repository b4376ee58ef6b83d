import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from './quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { PhaseShape } from './PhaseShape';
import { PHASE_TONES, phaseKind, type PhaseTone } from './PhaseTone';
import { useToneStyles } from './useToneStyles';

/** Marks shown at most: the longest recorded chain has ten, and the list's column is as wide as those. */
const MARKS = 10;

const useStyles = makeStyles((theme: Theme) => ({
  marks: {
    display: 'flex',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    alignItems: 'center',
  },
  mark: {
    display: 'flex',
    alignItems: 'center',
    '& svg': { display: 'block' },
    '& + &::before': {
      content: '""',
      width: 5,
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  more: {
    fontSize: 12,
    paddingLeft: theme.spacing(0.5),
    color: quietColor(theme),
  },
}));

/** A supply chain in one line: a mark a stage, in the chain's order. */
export function MiniPipeline({
  stages,
}: {
  stages: readonly { stage: string; title: string; phase: string }[];
}) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (stages.length === 0) return null;
  // A rest of one would take the place of its mark.
  const shown = stages.length > MARKS ? MARKS - 2 : MARKS;
  const rest = stages.length - shown;
  return (
    <ol className={classes.marks} aria-label={t('list.stages')}>
      {stages.slice(0, shown).map(({ stage, title, phase }) => (
        <li key={stage} className={classes.mark}>
          <Dot
            tone={PHASE_TONES[phaseKind(phase)]}
            says={`${title}: ${t(`phase.${phaseKind(phase)}`)}`}
            tones={tones}
            hidden={classes.hidden}
          />
        </li>
      ))}
      {rest > 0 && (
        <li className={classes.more}>
          {t('list.moreStages', { count: rest })}
        </li>
      )}
    </ol>
  );
}

/** PhaseMark as a dot, without hooks of its own: a list draws hundreds of them while one scrolls. */
function Dot({
  tone,
  says,
  tones,
  hidden,
}: {
  tone: PhaseTone;
  says: string;
  tones: Readonly<Record<PhaseTone, string>>;
  hidden: string;
}) {
  return (
    <span className={tones[tone]} title={says}>
      <PhaseShape tone={tone} size={14} />
      <span className={hidden}>{says}</span>
    </span>
  );
}
