import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { formatDuration } from '../time/formatDuration';
import { StepTime } from '../time/StepTime';
import { PhaseMark } from '../phase/PhaseMark';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';

const useStyles = makeStyles((theme: Theme) => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(1),
    overflow: 'auto',
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    width: '100%',
    minHeight: 33,
    padding: theme.spacing(0.75, 1.25),
    border: 0,
    borderRadius: 6,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontSize: 13,
    textAlign: 'left',
    cursor: 'pointer',
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    '&[aria-current]': {
      background: theme.palette.action.hover,
      fontWeight: 600,
    },
  },
  name: {
    flex: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  meaning: {
    // Under the name: mark and gap are as wide.
    padding: theme.spacing(0, 1.25, 0.75, 4.25),
    color: quietColor(theme),
    fontSize: 12.5,
    overflowWrap: 'anywhere',
  },
  time: {
    color: quietColor(theme),
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  choice: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    fontSize: 13,
  },
  select: {
    flex: 1,
    // Long words are cut, not the page.
    minWidth: 0,
    minHeight: 34,
    padding: theme.spacing(0.5, 1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    font: 'inherit',
  },
}));

export type StepListProps = {
  steps: readonly StepView[];
  chosen: string | undefined;
  onChoose: (step: string) => void;
  /** A select above the log instead of a list beside it. */
  isNarrow: boolean;
};

/** The steps of a build with state, time and exit code, to choose one. */
export function StepList({ steps, chosen, onChoose, isNarrow }: StepListProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (isNarrow) {
    return (
      <label className={classes.choice}>
        {t('log.step')}
        <select
          className={classes.select}
          value={chosen ?? ''}
          onChange={event => onChoose(event.target.value)}
        >
          {steps.map(step => (
            <option key={step.name} value={step.name}>
              {optionWords(t, step)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <ol className={classes.list} aria-label={t('log.steps')}>
      {steps.map(step => (
        <li key={step.name}>
          <button
            type="button"
            className={classes.step}
            aria-current={step.name === chosen ? 'step' : undefined}
            onClick={() => onChoose(step.name)}
          >
            <PhaseMark phase={step.state} size="dot" />
            <span className={classes.name}>{step.name}</span>
            <span className={classes.time}>
              <StepTime step={step} />
            </span>
          </button>
          {step.state === 'failed' && step.meaning && (
            <div className={classes.meaning}>{step.meaning}</div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What the list says with marks, in words: `build · Failed · 12 s · exit 51, a buildpack failed`. */
function optionWords(t: Words, step: StepView): string {
  const exit =
    step.state === 'failed' && step.exitCode !== undefined
      ? t('log.exit', { code: `${step.exitCode}` })
      : undefined;
  return [
    step.name,
    t(`phase.${step.state}`),
    step.durationMs === undefined ? undefined : formatDuration(step.durationMs),
    [exit, step.state === 'failed' ? step.meaning : undefined]
      .filter(Boolean)
      .join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
}
