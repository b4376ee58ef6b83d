import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  shortRevision,
  type ObjectRef,
  type StageRunsView,
  type StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Elapsed } from '../../time/Elapsed';
import { formatDuration } from '../../time/formatDuration';
import { PanelLink } from '../../panel/PanelLink';
import { Section } from '../../panel/Section';
import { MONOSPACE } from '../../frame/MONOSPACE';
import { PhaseMark } from '../../phase/PhaseMark';
import { quietColor } from '../../phase/quietColor';
import { Age } from '../../time/Age';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { usePanelUrl } from '../../panel/usePanelUrl';
import { RunSteps } from './RunSteps';
import { runPhase } from './runPhase';
import { shownRun } from './shownRun';

const useStyles = makeStyles((theme: Theme) => ({
  sentence: { margin: theme.spacing(0, 0, 1.5), fontSize: 14 },
  runs: { listStyle: 'none', margin: theme.spacing(1.5, 0, 0), padding: 0 },
  run: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 1.5),
    minHeight: 36,
    padding: theme.spacing(0.75, 1),
    borderTop: `1px solid ${theme.palette.divider}`,
    fontSize: 13,
  },
  shown: { background: theme.palette.action.hover },
  name: { fontFamily: MONOSPACE, fontSize: 12.5, overflowWrap: 'anywhere' },
  quiet: { color: quietColor(theme), fontSize: 12.5 },
  says: { flexBasis: '100%', overflowWrap: 'anywhere' },
}));

/** The run that made the current output against the newest, its steps, and the runs that are kept. */
export function StageRuns({
  runs,
  workload,
}: {
  runs: StageRunsView;
  workload: ObjectRef;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const { list, current, cut } = runs;
  const shown = shownRun(runs, url.run);
  const newest = list[0];
  return (
    <Section
      title={t('facts.runs')}
      aside={t('facts.runCount', { n: `${list.length}${cut ? '+' : ''}` })}
    >
      {newest && newest.name !== current && (
        <p className={classes.sentence}>
          {current === undefined
            ? t('facts.noRunYet')
            : t('facts.olderRun', {
                current,
                newest: newest.name,
              })}
        </p>
      )}
      {shown && <RunSteps run={shown} workload={workload} />}
      {list.length > 1 && (
        <ul className={classes.runs} aria-label={t('facts.runs')}>
          {list.map(run => (
            <li
              key={run.name}
              className={`${classes.run} ${run === shown ? classes.shown : ''}`}
              aria-current={run === shown ? 'true' : undefined}
            >
              <PhaseMark phase={runPhase(run)} size="dot" of={run.name} />
              <span className={classes.name}>
                <PanelLink
                  to={url.with({ run: run.name, task: undefined })}
                  replace
                >
                  {run.name}
                </PanelLink>
              </span>
              {run.name === current && <span>{t('facts.passedOn')}</span>}
              {run === newest && <span>{t('facts.newest')}</span>}
              <span className={classes.quiet}>
                {run.revision && (
                  <span title={run.revision}>
                    {shortRevision(run.revision) ?? run.revision}{' '}
                  </span>
                )}
                <RunTime run={run} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function RunTime({ run }: { run: StageRunView }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (run.phase === 'running') return <Elapsed since={run.startedAt} />;
  return (
    <>
      {run.durationMs !== undefined && `${formatDuration(run.durationMs)} · `}
      {t('stage.ago', { age: <Age since={run.createdAt} /> })}
    </>
  );
}
