import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ObjectRef,
  StageRunsView,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useMemo } from 'react';
import { SourceLog } from '../../logs/SourceLog';
import { quietColor } from '../../phase/quietColor';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { usePanelUrl } from '../../panel/usePanelUrl';
import { shownRun } from './shownRun';
import { TASK_RUNS } from './TASK_RUNS';

const NO_STEPS: readonly StepView[] = [];

const useStyles = makeStyles((theme: Theme) => ({
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.25, 2.25),
    fontSize: 13,
    color: quietColor(theme),
    '& select': {
      maxWidth: '100%',
      marginLeft: theme.spacing(1),
      padding: theme.spacing(0.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
      color: theme.palette.text.primary,
      font: 'inherit',
    },
  },
  none: { margin: theme.spacing(2, 2.25), fontSize: 14 },
}));

/** The log of one run: which of them, and which of its tasks, stands in the address. */
export function RunLog({
  runs,
  workload: { cluster, namespace },
  build,
  tasksAreTold = true,
}: {
  runs: StageRunsView;
  workload: ObjectRef;
  /** The name by which the address knows the run, where it is an image build. */
  build?: string | undefined;
  /** False for kinds whose log is asked for as a whole, and tells its steps itself. */
  tasksAreTold?: boolean;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const run = shownRun(runs, url.run);
  const tasks = run?.tasks ?? [];
  const task = tasks.find(each => each.taskRun === url.task) ?? tasks[0];
  const runName = run?.name;
  const taskRun = task?.taskRun;
  const name = tasksAreTold ? taskRun : runName;
  const resource = tasksAreTold ? TASK_RUNS : run?.resource;
  const source = useMemo(
    () =>
      name === undefined || resource === undefined
        ? undefined
        : {
            kind: 'run' as const,
            ref: { cluster, namespace, name },
            resource,
          },
    [cluster, namespace, name, resource],
  );
  const pin = useMemo(
    () =>
      build === undefined
        ? { run: runName, task: taskRun }
        : { build, task: taskRun },
    [build, runName, taskRun],
  );
  return (
    <>
      {(runs.list.length > 1 || tasks.length > 1) && (
        <div className={classes.choices}>
          <label>
            {t('facts.run')}
            <select
              value={run?.name}
              onChange={({ target }) =>
                url.go({ run: target.value, task: undefined, step: undefined })
              }
            >
              {runs.list.map(each => (
                <option key={each.name} value={each.name}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
          {tasks.length > 1 && (
            <label>
              {t('facts.task')}
              <select
                value={name}
                onChange={({ target }) =>
                  url.go({ task: target.value, step: undefined })
                }
              >
                {tasks.map(each => (
                  <option key={each.taskRun} value={each.taskRun}>
                    {each.name ?? each.taskRun}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      {source ? (
        <SourceLog
          key={name}
          source={source}
          steps={task?.steps ?? NO_STEPS}
          says={run?.says}
          pin={pin}
        />
      ) : (
        <p className={classes.none}>{t('facts.runWithoutLog')}</p>
      )}
    </>
  );
}
