import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ErrorLines } from '../../builds/ErrorLines';
import { useStepError } from '../../builds/useStepError';
import { PanelLink } from '../../panel/PanelLink';
import { usePanelUrl } from '../../panel/usePanelUrl';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { TASK_RUNS } from './TASK_RUNS';

const useStyles = makeStyles((theme: Theme) => ({
  link: { margin: theme.spacing(0.75, 0, 0), fontSize: 13 },
}));

/** Why a step of a run failed, in the words of its log: the first error lines, and the way to them. */
export function RunError({
  workload: { cluster, namespace },
  run,
  taskRun,
  step,
}: {
  workload: ObjectRef;
  run: string;
  taskRun: string;
  step: string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const ref = { cluster, namespace, name: taskRun };
  const found = useStepError({ kind: 'run', ref, resource: TASK_RUNS }, step);
  const line =
    found.state === 'read' && found.first ? `${found.first}` : undefined;
  return (
    <>
      <ErrorLines step={step} found={found} />
      <p className={classes.link}>
        <PanelLink
          to={url.with({ tab: 'logs', run, task: taskRun, step, line })}
        >
          {line ? t('build.openLogAt', { line }) : t('build.openLog')}
        </PanelLink>
      </p>
    </>
  );
}
