import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { LineBones } from '../frame/LineBones';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  skeleton: {
    // As tall as a finished build, so that what comes does not push the page.
    minHeight: 480,
    padding: theme.spacing(2, 2.25),
  },
}));

/** Grey lines where a stage will be. */
export function StageSkeleton() {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <LineBones
      className={classes.skeleton}
      label={t('stage.loading')}
      widths={[30, 70, 55, 62, 40]}
    />
  );
}
