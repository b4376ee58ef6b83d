import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ObjectRef,
  StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Facts } from '../../panel/Facts';
import { PanelLink } from '../../panel/PanelLink';
import { StepTime } from '../../time/StepTime';
import { ExternalLink } from '../../frame/ExternalLink';
import { PhaseMark } from '../../phase/PhaseMark';
import { quietColor } from '../../phase/quietColor';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { usePanelUrl } from '../../panel/usePanelUrl';
import { RunError } from './RunError';

const useStyles = makeStyles((theme: Theme) => ({
  task: {
    margin: theme.spacing(1, 0, 0.5),
    fontSize: 13,
    color: quietColor(theme),
  },
  steps: { listStyle: 'none', margin: 0, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: '18px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 28,
    fontSize: 13,
  },
  name: { overflowWrap: 'anywhere' },
  time: {
    fontSize: 12.5,
    color: quietColor(theme),
    fontVariantNumeric: 'tabular-nums',
  },
  says: { margin: theme.spacing(0, 0, 1), fontSize: 14 },
  outputs: { marginTop: theme.spacing(1.5) },
}));

/** One run: its steps task by task, each leading to its log, why one failed, and what it gave. */
export function RunSteps({
  run,
  workload,
}: {
  run: StageRunView;
  workload: ObjectRef;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  return (
    <>
      {run.says && (
        <p className={classes.says}>
          {run.name}: {run.says}
        </p>
      )}
      {run.tasks.map(task => (
        <div key={task.taskRun}>
          {(run.tasks.length > 1 || task.name) && (
            <p className={classes.task}>
              {t('facts.taskName', { name: task.name ?? task.taskRun })}
            </p>
          )}
          <ol className={classes.steps}>
            {task.steps.map(step => (
              <li key={step.name} className={classes.step}>
                <PhaseMark phase={step.state} size="dot" />
                <span className={classes.name}>
                  <PanelLink
                    to={url.with({
                      tab: 'logs',
                      run: run.name,
                      task: task.taskRun,
                      step: step.name,
                      line: undefined,
                    })}
                  >
                    {step.name}
                  </PanelLink>
                </span>
                <span className={classes.time} title={step.meaning}>
                  <StepTime step={step} />
                </span>
              </li>
            ))}
          </ol>
          {task.steps
            .filter(({ state }) => state === 'failed')
            .slice(0, 1)
            .map(({ name }) => (
              <RunError
                key={name}
                workload={workload}
                run={run.name}
                taskRun={task.taskRun}
                step={name}
              />
            ))}
        </div>
      ))}
      {run.outputs.length > 0 && (
        <div className={classes.outputs}>
          <Facts
            facts={run.outputs.map(({ name, value, url: link }) => ({
              name,
              mono: true,
              value: link ? (
                <ExternalLink url={link}>{value}</ExternalLink>
              ) : (
                value
              ),
            }))}
          />
        </div>
      )}
    </>
  );
}
