import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuildComparison } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Section } from '../panel/Section';
import { Hidden } from '../frame/Hidden';
import { MONOSPACE } from '../frame/MONOSPACE';
import { quietColor } from '../phase/quietColor';
import { toneColor } from '../phase/toneColor';
import { usePanelUrl } from '../panel/usePanelUrl';
import { failureWords } from '../states/failureWords';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import type { DiffLine } from './diffLogs';
import { sideName } from './sideName';
import { useLogDiff, type LogComparing } from './useLogDiff';

const useStyles = makeStyles((theme: Theme) => ({
  select: {
    font: 'inherit',
    fontSize: 13,
    minHeight: 33,
    borderRadius: 6,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    padding: theme.spacing(0, 1),
  },
  says: {
    margin: theme.spacing(1, 0),
    fontSize: 13.5,
    color: quietColor(theme),
  },
  // Fixed: nothing below it jumps when another step is chosen.
  lines: {
    height: 320,
    overflow: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    fontFamily: MONOSPACE,
    fontSize: 12.5,
    lineHeight: 1.5,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  line: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 1.5),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  sign: { flex: 'none', width: '1ch', userSelect: 'none' },
  removed: { background: alpha(toneColor(theme, 'bad'), 0.1) },
  added: { background: alpha(toneColor(theme, 'ok'), 0.1) },
  leftOut: { color: quietColor(theme), background: theme.palette.action.hover },
}));

/** The logs of one step, line by line: what differs but times. The step is in the address, as in the log viewer. */
export function CompareLogs({
  comparison: { from, to },
}: {
  comparison: BuildComparison;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const steps = from.steps
    .map(({ name }) => name)
    .filter(name => to.steps.some(each => each.name === name));
  const step = steps.find(name => name === url.step);
  const diff = useLogDiff(from.ref, to.ref, step);
  if (steps.length === 0) {
    return (
      <Section title={t('compare.logs')}>
        <p className={classes.says}>{t('compare.noCommonStep')}</p>
      </Section>
    );
  }
  return (
    <Section
      title={t('compare.logs')}
      aside={
        <select
          className={classes.select}
          aria-label={t('compare.chooseStep')}
          value={step ?? ''}
          onChange={event => url.go({ step: event.target.value || undefined })}
        >
          <option value="">{t('compare.chooseStep')}</option>
          {steps.map(name => (
            <option key={name}>{name}</option>
          ))}
        </select>
      }
    >
      <p className={classes.says} role="status">
        {diff ? diffWords(t, diff) : t('compare.logsHint')}
      </p>
      {diff?.state === 'differ' && diff.lines.length > 0 && (
        <div
          className={classes.lines}
          role="region"
          aria-label={t('compare.logsOf', { step: step ?? '' })}
          // It scrolls: with the keys as well.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {diff.lines.map((line, index) => (
            <Line
              key={index}
              line={line}
              only={{
                removed: t('compare.onlyIn', { build: sideName(t, from) }),
                added: t('compare.onlyIn', { build: sideName(t, to) }),
              }}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

function diffWords(t: Words, diff: LogComparing): string {
  switch (diff.state) {
    case 'reading':
      return t('compare.readingLogs');
    case 'failed':
      return diff.error.code === 'logs-gone'
        ? t('compare.logsGone')
        : failureWords(t, diff.error).says;
    case 'same':
      return t('compare.logsSame');
    case 'too-different':
      return t('compare.logsTooDifferent');
    default: {
      const counts = t('compare.logsDiffer', {
        removed: `${diff.removed}`,
        added: `${diff.added}`,
      });
      return diff.isCut ? `${counts} ${t('compare.logsCut')}` : counts;
    }
  }
}

function Line({
  line,
  only,
}: {
  line: DiffLine;
  only: { removed: string; added: string };
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (line.kind === 'left-out') {
    return (
      <div className={`${classes.line} ${classes.leftOut}`}>
        {t('compare.leftOut', { count: line.lines })}
      </div>
    );
  }
  if (line.kind === 'both') {
    return (
      <div className={classes.line}>
        <span className={classes.sign} />
        <span>{line.text}</span>
      </div>
    );
  }
  return (
    <div className={`${classes.line} ${classes[line.kind]}`}>
      <span className={classes.sign} aria-hidden>
        {line.kind === 'removed' ? '-' : '+'}
      </span>
      <Hidden>{only[line.kind]}: </Hidden>
      <span>{line.text}</span>
    </div>
  );
}
