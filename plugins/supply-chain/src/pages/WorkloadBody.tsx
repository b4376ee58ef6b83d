import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ObjectRef,
  WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import { Hidden } from '../frame/Hidden';
import { Panel } from '../frame/Panel';
import { ChainChanges } from '../graph/ChainChanges';
import { defaultStage } from '../graph/defaultStage';
import { DeliveryLine } from '../graph/DeliveryLine';
import { GraphBones } from '../graph/GraphBones';
import { UnmatchedPanel } from '../graph/UnmatchedPanel';
import { StagePanel } from '../stages/StagePanel';
import { FailurePanel } from '../states/FailurePanel';
import { ProblemList } from '../states/ProblemList';
import { StaleNote } from '../states/StaleNote';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { DeliveryPanel } from './DeliveryPanel';
import { useDeliveryParam } from './useDeliveryParam';
import { useStageParam } from './useStageParam';
import { WorkloadFacts } from './WorkloadFacts';

// Half as much code as all the rest: it comes while the first answer does.
const loadStrip = async () => ({
  default: (await import('../graph/GraphStrip')).GraphStrip,
});
const GraphStrip = lazy(loadStrip);

/** px of a stage that are enough to see that it is another one: its name and its tabs. */
const LEAST_SEEN = 160;

const useStyles = makeStyles((theme: Theme) => ({
  // Columns that may be narrower than what is in them: the strip scrolls, the page does not.
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.75),
  },
  graph: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  // As high as the panel of most stages: what is below does not move when it comes.
  stage: { minHeight: 320, minWidth: 0 },
}));

/** The graph, the delivery and the stage of one workload: the page of a supply chain and the tab of an entity. */
export function WorkloadBody({
  workload,
  live,
}: {
  workload: ObjectRef;
  live: Live<WorkloadView>;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [asked, choose] = useStageParam();
  const [, showDelivery] = useDeliveryParam(false);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { view } = live;
  const fallback = useFirstDefault(workload, view);
  useEffect(() => {
    // Who shows it tells of a failure.
    loadStrip().catch(() => undefined);
  }, []);

  if (live.state === 'error' && !view) {
    return (
      <Panel padded={false}>
        <FailurePanel error={live.error} />
      </Panel>
    );
  }
  if (!view) {
    return (
      <div className={classes.body} aria-busy>
        <Panel>
          <Hidden announce>{t('graph.loading')}</Hidden>
          <GraphBones />
        </Panel>
        <div className={classes.stage} />
      </div>
    );
  }

  const known = new Set(view.graph.stages.map(({ name }) => name));
  const stage =
    [asked, fallback].find(name => name !== undefined && known.has(name)) ??
    defaultStage(view.graph);
  return (
    <div className={classes.body}>
      {live.state === 'error' && (
        <Panel padded={false}>
          {live.error.code === 'not-found' ? (
            <StatePanel
              tone="warn"
              title={t('state.goneTitle', { name: workload.name })}
              urgent
            >
              {t('state.gone')}
            </StatePanel>
          ) : (
            <FailurePanel error={live.error} />
          )}
        </Panel>
      )}
      <Panel label={t('graph.label')}>
        <div className={classes.graph}>
          <WorkloadFacts view={view} />
          <ProblemList problems={view.problems} />
          {asked !== undefined && !known.has(asked) && known.size > 0 && (
            <div role="status">{t('graph.stageUnknown', { stage: asked })}</div>
          )}
          {view.phase === 'unmatched' && <UnmatchedPanel view={view} />}
          {view.chainChanges && <ChainChanges changes={view.chainChanges} />}
          {known.size > 0 ? (
            <Suspense fallback={<GraphBones />}>
              <GraphStrip
                graph={view.graph}
                current={stage}
                onChoose={name => {
                  choose(name);
                  bringIntoWindow(panel.current);
                }}
              />
            </Suspense>
          ) : (
            view.phase !== 'unmatched' && (
              <StatePanel tone="idle" title={t('phase.waiting')}>
                {t('graph.noStages')}
              </StatePanel>
            )
          )}
          <DeliveryLine
            deliveries={view.deliveries}
            said={view.says}
            onShow={() => {
              showDelivery(true);
              // It is below the stage: who asks for it is taken there.
              opener.current?.focus();
              opener.current?.scrollIntoView?.({ block: 'start' });
            }}
          />
        </div>
      </Panel>
      {stage !== undefined && (
        <div className={classes.stage} ref={panel}>
          <StagePanel
            key={`${workload.cluster}/${workload.namespace}/${workload.name}/${stage}`}
            workload={workload}
            stage={stage}
          />
        </div>
      )}
      {view.deliveries.length > 0 && (
        <DeliveryPanel
          // Another workload starts afresh.
          key={`${workload.cluster}/${workload.namespace}/${workload.name}`}
          workload={workload}
          deliveries={view.deliveries}
          opener={opener}
        />
      )}
      <StaleNote stale={live.stale && live.state === 'ready'} />
    </div>
  );
}

/** Where the graph is a list as high as a window, the stage stands below it: who chooses one wants to see it. */
function bringIntoWindow(element: HTMLElement | null): void {
  if (!element) return;
  const { top } = element.getBoundingClientRect();
  if (top > window.innerHeight - LEAST_SEEN) element.scrollIntoView();
}

/** The default is chosen once: a stage that becomes red elsewhere must not take away the one that is being read. */
function useFirstDefault(
  { cluster, namespace, name }: ObjectRef,
  view: WorkloadView | undefined,
): string | undefined {
  const of = `${cluster}/${namespace}/${name}`;
  const [chosen, setChosen] = useState<{ of: string; stage: string }>();
  const stage = chosen?.of === of ? chosen.stage : undefined;
  const first = view && defaultStage(view.graph);
  if (stage === undefined && first !== undefined) {
    setChosen({ of, stage: first });
  }
  return stage ?? first;
}
