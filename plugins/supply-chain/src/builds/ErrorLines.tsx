import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { logErrorWords } from '../logs/logErrorWords';
import { ROW_HEIGHT, useLogStyles } from '../logs/useLogStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { StepError } from './useStepError';

const useStyles = makeStyles((theme: Theme) => ({
  lines: {
    // Room for six lines, or for what they wrap to where it is narrow: nothing moves when they arrive.
    height: 6 * ROW_HEIGHT + 16,
    [theme.breakpoints.down('xs')]: { height: 10 * ROW_HEIGHT + 16 },
    margin: theme.spacing(1.25, 0, 0),
    padding: theme.spacing(1, 0),
    borderRadius: 6,
    overflow: 'auto',
  },
  says: { margin: 0, padding: theme.spacing(0, 1.5), fontSize: 13 },
}));

/** The first error lines of a step, as in its log. */
export function ErrorLines({
  step,
  found,
}: {
  step: string;
  found: StepError;
}) {
  const classes = useStyles();
  const log = useLogStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div
      className={`${log.code} ${classes.lines}`}
      role="region"
      aria-label={t('build.firstLines', { step })}
      // It scrolls when lines are long.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {found.state === 'read' ? (
        found.lines.map(({ number, text, isCause }) => (
          <div
            key={number}
            className={`${log.row} ${isCause ? log.error : ''}`}
          >
            <span className={log.number}>{number}</span>
            <span className={log.text}>{text}</span>
          </div>
        ))
      ) : (
        <p className={classes.says}>
          {found.state === 'reading'
            ? t('build.readingLog')
            : logErrorWords(t, found.error, step)}
        </p>
      )}
      {found.state === 'read' && found.lines.length === 0 && (
        <p className={classes.says}>{t('build.noErrorLines')}</p>
      )}
    </div>
  );
}
