import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { StageDetailView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { PanelTabs } from './PanelTabs';
import { RunLog } from './runs/RunLog';
import { scanRuns } from './runs/scanRuns';
import { StageBody } from './StageBody';
import { usePanelUrl } from '../panel/usePanelUrl';
import { ObjectYaml } from './yaml/ObjectYaml';

const useStyles = makeStyles((theme: Theme) => ({
  page: { padding: theme.spacing(2, 2.25, 2.25) },
  bare: { paddingTop: theme.spacing(2) },
}));

/** A stage with an object: what it tells, the logs of what it runs, its YAML. One without has nothing to choose from. */
export function StageTabs({ detail }: { detail: StageDetailView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const { object, runs } = detail;
  const scans = scanRuns(detail);
  const names = [
    'overview' as const,
    ...(scans || runs?.list.some(({ tasks }) => tasks.length > 0)
      ? (['logs'] as const)
      : []),
    ...(object ? (['yaml'] as const) : []),
  ];
  if (names.length === 1) return <StageBody detail={detail} />;
  const open = names.find(each => each === url.tab) ?? 'overview';
  return (
    <>
      <PanelTabs
        tabs={names.map(name => ({ name, label: t(`facts.tab.${name}`) }))}
        open={open}
        label={detail.stage.title}
        onOpen={name =>
          url.go({ tab: name === 'overview' ? undefined : name }, 'push')
        }
      />
      <div
        role="tabpanel"
        id={`supply-chain-panel-${open}`}
        aria-labelledby={`supply-chain-tab-${open}`}
        className={open === 'yaml' ? classes.page : undefined}
      >
        {open === 'overview' && (
          <div className={classes.bare}>
            <StageBody detail={detail} />
          </div>
        )}
        {open === 'logs' && scans && (
          <RunLog
            runs={scans}
            workload={detail.workload}
            tasksAreTold={false}
          />
        )}
        {open === 'logs' && !scans && runs && (
          <RunLog runs={runs} workload={detail.workload} />
        )}
        {open === 'yaml' && object && (
          <ObjectYaml object={object} workload={detail.workload.name} />
        )}
      </div>
    </>
  );
}
