import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuildComparison } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Section } from '../panel/Section';
import { PhaseMark } from '../phase/PhaseMark';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { BuildLink } from './BuildLink';

const useStyles = makeStyles((theme: Theme) => ({
  list: { listStyle: 'none', margin: 0, padding: 0, fontSize: 13.5 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.25),
    padding: theme.spacing(0.5, 0),
  },
  quiet: { color: quietColor(theme) },
  sentence: { overflowWrap: 'anywhere' },
}));

/** Why each build ran on the way from one to the other, as far as they are still there. */
export function CompareReasons({
  comparison: { from, to, between },
}: {
  comparison: BuildComparison;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const expected = (to.number ?? 0) - (from.number ?? 0);
  const gone = expected - between.length;
  return (
    <Section title={t('compare.reasons')}>
      <ol className={classes.list}>
        {between.map(build => (
          <li key={build.ref.name} className={classes.item}>
            <PhaseMark phase={build.phase.kind} size="dot" />
            <BuildLink build={build} />
            <span className={classes.sentence}>{build.sentence}</span>
          </li>
        ))}
      </ol>
      {gone > 0 && (
        <p className={classes.quiet}>{t('compare.gone', { count: gone })}</p>
      )}
    </Section>
  );
}
