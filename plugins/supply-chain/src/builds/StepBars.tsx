import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  BuildView,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useSyncExternalStore } from 'react';
import { quietColor } from '../phase/quietColor';
import { PhaseMark } from '../phase/PhaseMark';
import { PHASE_TONES } from '../phase/PhaseTone';
import { toneColor } from '../phase/toneColor';
import { ticker } from '../time/Ticker';
import { usePanelUrl } from '../panel/usePanelUrl';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { formatDuration } from '../time/formatDuration';
import { PanelLink } from '../panel/PanelLink';
import { Section } from '../panel/Section';
import { StepTime } from '../time/StepTime';

/** %. The shortest bar that is still seen. */
const SHORTEST = 1.5;

/** Letters of a step's name on one line at most; kpack's are short, those of a Task can be any. */
const LONGEST = 28;

const useStyles = makeStyles((theme: Theme) => ({
  steps: { listStyle: 'none', margin: 0, padding: 0 },
  step: {
    display: 'grid',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 25,
    padding: theme.spacing(0.25, 0),
    boxSizing: 'border-box',
    fontSize: 13,
    lineHeight: 1.3,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  track: {
    height: 8,
    borderRadius: 4,
    background: theme.palette.action.hover,
  },
  bar: { height: 8, borderRadius: 4 },
  ok: { background: toneColor(theme, 'ok') },
  bad: { background: toneColor(theme, 'bad') },
  busy: { background: toneColor(theme, 'busy') },
  time: {
    fontSize: 12.5,
    color: quietColor(theme),
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** The steps as bars on one time line: when each began, how long it took, how it ended. Each leads to its log. */
export function StepBars({ build }: { build: BuildView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const isRunning = build.steps.some(step => step.state === 'running');
  const now = useSyncExternalStore(ticker.subscribe, () =>
    isRunning ? Math.floor(Date.now() / 1000) * 1000 : 0,
  );
  const line = timeLine(build.steps, now);
  const { durationMs, queuedMs } = build;
  const letters = Math.max(12, ...build.steps.map(({ name }) => name.length));
  // The same for every row, so that all bars lie on one line of time.
  const gridTemplateColumns = `18px minmax(72px, ${Math.min(
    LONGEST,
    letters,
  )}ch) minmax(24px, 1fr) 88px`;
  return (
    <Section
      title={t('build.steps')}
      aside={
        durationMs !== undefined &&
        (queuedMs === undefined
          ? formatDuration(durationMs)
          : t('build.took', {
              time: formatDuration(durationMs),
              queued: formatDuration(queuedMs),
            }))
      }
    >
      <ol className={classes.steps}>
        {build.steps.map(step => {
          const place = line(step);
          const tone = PHASE_TONES[step.state];
          const colour =
            tone === 'ok' || tone === 'bad' || tone === 'busy' ? tone : 'ok';
          return (
            <li
              key={step.name}
              className={classes.step}
              style={{ gridTemplateColumns }}
            >
              <PhaseMark phase={step.state} size="dot" />
              <span className={classes.name}>
                <PanelLink
                  to={url.with({
                    tab: 'logs',
                    step: step.name,
                    line: undefined,
                  })}
                >
                  {step.name}
                </PanelLink>
              </span>
              <span className={place && classes.track}>
                {place && (
                  <span
                    className={`${classes.bar} ${classes[colour]}`}
                    style={{
                      display: 'block',
                      marginLeft: `${place.left}%`,
                      width: `${place.width}%`,
                    }}
                  />
                )}
              </span>
              <span className={classes.time} title={step.meaning}>
                <StepTime step={step} />
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** Where a step lies on the line from the first start to the last end, in percent; undefined for steps that did not run. */
function timeLine(steps: readonly StepView[], now: number) {
  const spanOf = (step: StepView) => {
    const start = Date.parse(step.startedAt ?? '');
    if (Number.isNaN(start)) return undefined;
    const running = step.state === 'running' ? Math.max(now, start) : NaN;
    const ended = Date.parse(step.finishedAt ?? '');
    const length = step.durationMs ?? (running || ended) - start;
    return Number.isNaN(length) ? undefined : { start, end: start + length };
  };
  const spans = steps.map(spanOf).filter(span => span !== undefined);
  const first = Math.min(...spans.map(span => span.start));
  const whole = Math.max(1, Math.max(...spans.map(span => span.end)) - first);
  return (step: StepView) => {
    const span = spanOf(step);
    if (!span) return undefined;
    const width = Math.max(SHORTEST, ((span.end - span.start) / whole) * 100);
    const left = Math.min(((span.start - first) / whole) * 100, 100 - width);
    return { left: Math.max(0, left), width: Math.min(100, width) };
  };
}
