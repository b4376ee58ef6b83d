import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Verdict } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PhaseShape } from '../phase/PhaseShape';
import type { PhaseTone } from '../phase/PhaseTone';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontSize: 13.5,
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  shape: { flex: 'none' },
}));

const TONES: Readonly<
  Record<'ready' | 'upToDate', Record<Verdict['status'], PhaseTone>>
> = {
  ready: { yes: 'ok', no: 'bad', pending: 'busy', unknown: 'unknown' },
  // It works as it did: a warning, no failure.
  upToDate: { yes: 'ok', no: 'warn', pending: 'busy', unknown: 'unknown' },
};

const WORDS = {
  ready: {
    yes: 'builder.ready',
    no: 'builder.notReady',
    pending: 'builder.ready',
    unknown: 'builder.readyUnknown',
  },
  upToDate: {
    yes: 'builder.upToDate',
    no: 'builder.notUpToDate',
    pending: 'builder.upToDatePending',
    unknown: 'builder.upToDateUnknown',
  },
} as const;

/** Whether something is ready, or up to date: shape, colour and words. What the controller says of it is on hover. */
export function VerdictMark({
  of,
  verdict,
}: {
  of: 'ready' | 'upToDate';
  verdict: Verdict;
}) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const tone = TONES[of][verdict.status];
  return (
    <span className={`${classes.mark} ${tones[tone]}`} title={verdict.says}>
      <PhaseShape tone={tone} className={classes.shape} />
      {t(WORDS[of][verdict.status])}
    </span>
  );
}
