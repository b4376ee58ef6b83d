import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { PhaseShape } from '../phase/PhaseShape';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  note: {
    position: 'fixed',
    left: '50%',
    transform: 'translateX(-50%)',
    bottom: theme.spacing(2),
    zIndex: theme.zIndex.snackbar,
    maxWidth: `calc(100vw - ${theme.spacing(4)}px)`,
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'center',
    padding: theme.spacing(1, 2),
    fontSize: 14,
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
  },
  shape: { flex: 'none' },
}));

/** Says that what is on screen may be old. Over the page, so that nothing moves when it comes and goes. */
export function StaleNote({ stale }: { stale: boolean }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div role="status">
      {stale && (
        <div className={classes.note}>
          <PhaseShape
            tone="warn"
            className={`${classes.shape} ${tones.warn}`}
          />
          {t('state.stale')}
        </div>
      )}
    </div>
  );
}
