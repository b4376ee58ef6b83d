import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  skeleton: {
    // As tall as a finished build, so that what comes does not push the page.
    minHeight: 480,
    padding: theme.spacing(2, 2.25),
    display: 'grid',
    alignContent: 'start',
    gap: theme.spacing(2),
  },
  line: {
    height: 16,
    borderRadius: 4,
    background: theme.palette.action.hover,
  },
}));

/** Grey lines where a stage will be. */
export function StageSkeleton() {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div
      className={classes.skeleton}
      role="status"
      aria-busy
      aria-label={t('stage.loading')}
    >
      {[30, 70, 55, 62, 40].map(width => (
        <div
          key={width}
          className={classes.line}
          style={{ width: `${width}%` }}
        />
      ))}
    </div>
  );
}
