import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';
import { PhaseShape } from '../phase/PhaseShape';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { problemWords } from './problemWords';

const useStyles = makeStyles((theme: Theme) => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
  },
  item: { display: 'flex', gap: theme.spacing(1), fontSize: 14 },
  shape: { flex: 'none', marginTop: 2 },
  hint: { color: quietColor(theme) },
}));

/** What could not be read, each in its words; nothing when all could. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (problems.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('state.problems')}>
      {[...new Map(problems.map(each => [problemWords(t, each), each]))].map(
        ([words, problem]) => (
          <li key={words} className={classes.item}>
            <PhaseShape
              tone={problem.because === 'loading' ? 'busy' : 'warn'}
              className={`${classes.shape} ${
                problem.because === 'loading' ? tones.busy : tones.warn
              }`}
            />
            <span>
              {words}
              {problem.because === 'denied' && problem.as !== 'person' && (
                <span className={classes.hint}> {t('state.deniedHint')}</span>
              )}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
