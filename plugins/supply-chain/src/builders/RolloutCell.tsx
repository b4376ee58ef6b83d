import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RolloutImage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Elapsed } from '../time/Elapsed';
import { formatDuration } from '../time/formatDuration';
import { useFleetHref } from '../hooks/useFleetHref';
import { PhaseShape } from '../phase/PhaseShape';
import { quietColor } from '../phase/quietColor';
import type { PhaseTone } from '../phase/PhaseTone';
import { toneColor } from '../phase/toneColor';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { behindWords } from './behindWords';
import { ROLLOUT_TONES } from './ROLLOUT_TONES';

const useStyles = makeStyles((theme: Theme) => {
  const edge = (tone: PhaseTone) => ({
    borderLeftColor: toneColor(theme, tone),
  });
  return {
    cell: {
      position: 'relative',
      height: '100%',
      boxSizing: 'border-box',
      padding: theme.spacing(0.875, 1.25),
      border: `1px solid ${theme.palette.divider}`,
      borderLeftWidth: 4,
      borderRadius: 6,
      background: theme.palette.background.paper,
      overflow: 'hidden',
      fontSize: 13,
      lineHeight: 1.45,
      '&:hover': { background: theme.palette.action.hover },
    },
    ok: edge('ok'),
    bad: edge('bad'),
    warn: edge('warn'),
    busy: edge('busy'),
    idle: edge('idle'),
    skipped: edge('skipped'),
    unknown: edge('unknown'),
    line: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    name: {
      fontWeight: 600,
      color: 'inherit',
      // The whole cell is the link's.
      '&::after': { content: '""', position: 'absolute', inset: 0 },
      '&:focus-visible': { outline: 'none' },
      '&:focus-visible::after': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    quiet: { fontSize: 12.5, color: quietColor(theme) },
    state: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      marginTop: theme.spacing(0.5),
      fontVariantNumeric: 'tabular-nums',
    },
    shape: { flex: 'none' },
  };
});

/** One image beside its builder: who it is, how it stands, and for how long. Why is on hover. */
export function RolloutCell({ image }: { image: RolloutImage }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  const { ref, state, says, behind = [] } = image;
  const tone = ROLLOUT_TONES[state];
  const why = [says, ...behind.map(each => behindWords(t, each))].filter(
    Boolean,
  );
  return (
    <div
      className={`${classes.cell} ${classes[tone]}`}
      data-state={state}
      title={why.join('\n') || undefined}
    >
      <div className={classes.line}>
        <Link to={href.image(ref)} className={classes.name}>
          {ref.name}
        </Link>
      </div>
      <div className={`${classes.line} ${classes.quiet}`}>{ref.namespace}</div>
      <div className={classes.state}>
        <PhaseShape
          tone={tone}
          size={14}
          className={`${classes.shape} ${tones[tone]}`}
        />
        <span className={classes.line}>
          {t(`rolloutState.${state}`)}
          <Time image={image} />
        </span>
      </div>
    </div>
  );
}

function Time({
  image: { state, step, at, durationMs },
}: {
  image: RolloutImage;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  switch (state) {
    case 'rebuilding':
      return (
        <>
          {step && ` · ${t('builder.step', { step })}`} <Elapsed since={at} />
        </>
      );
    case 'rebased':
    case 'up-to-date':
      return durationMs === undefined ? null : (
        <>{t('builder.in', { time: formatDuration(durationMs) })}</>
      );
    default:
      return null;
  }
}
