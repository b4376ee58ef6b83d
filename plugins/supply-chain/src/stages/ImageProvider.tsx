import { lazy, Suspense } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ImageProviderView,
  StageDetailView,
  StageRunsView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { BuildNavigation } from '../builds/BuildNavigation';
import { BuildTab } from '../builds/BuildTab';
import { useLive } from '../hooks/useLive';
import { TriggerButton } from '../trigger/TriggerButton';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { NoBuild } from './NoBuild';
import { PanelTabs } from './PanelTabs';
import { RunLog } from './runs/RunLog';
import { StageSays } from './StageSays';
import { StageSkeleton } from '../panel/StageSkeleton';
import { StageTabs } from './StageTabs';
import { usePanelUrl } from '../panel/usePanelUrl';
import { useShownBuild } from './useShownBuild';
import { ImageYaml } from './yaml/ImageYaml';

// Fetched by those who open it, with the comparison of two builds.
const HistoryTab = lazy(async () => ({
  default: (await import('../history/HistoryTab')).HistoryTab,
}));

const TABS = ['overview', 'logs', 'history', 'yaml'] as const;

const useStyles = makeStyles((theme: Theme) => ({
  page: { padding: theme.spacing(2, 2.25, 2.25) },
  says: { padding: theme.spacing(0, 2.25, 1.5) },
}));

/** The stage that makes the image: one of its builds, that build's logs, and all builds. */
export function ImageProvider({
  detail,
  provider,
}: {
  detail: StageDetailView;
  provider: ImageProviderView;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const { image } = provider;
  const history = useLive(image && { type: 'builds', ref: image });
  const shown = useShownBuild(provider, url.build);
  if (!provider.build && !url.build && provider.recent.length === 0) {
    return (
      <>
        <NoBuild detail={detail} provider={provider} />
        <StageTabs detail={detail} />
      </>
    );
  }
  // What the newest build tells of itself is not said twice, and moves nothing when it begins and ends.
  const isToldBelow =
    provider.build !== undefined &&
    (detail.stage.phase.kind === 'running' ||
      ['failed', 'rejected', 'stuck'].includes(provider.build.phase.kind));
  const tab = TABS.find(each => each === url.tab) ?? 'overview';
  const runs = runsOf(detail, provider, shown.ref?.name);
  const builds = history.view?.builds ?? provider.recent;
  return (
    <>
      {detail.stage.phase.kind !== 'ready' && !isToldBelow && (
        <div className={classes.says}>
          <StageSays phase={detail.stage.phase} />
        </div>
      )}
      <PanelTabs
        tabs={TABS.map(name => ({
          name,
          label: name === 'yaml' ? t('facts.tab.yaml') : t(`build.${name}`),
        }))}
        open={tab}
        label={t('build.tabs')}
        onOpen={next =>
          url.go(
            { tab: next === 'overview' ? undefined : next, compare: undefined },
            'push',
          )
        }
      >
        {provider.build && (
          <TriggerButton
            newest={provider.build}
            mayTrigger={provider.mayTrigger === true}
          />
        )}
        {shown.ref && (
          <BuildNavigation
            shown={shown.live.view ?? { ref: shown.ref }}
            builds={builds}
          />
        )}
      </PanelTabs>
      <div
        role="tabpanel"
        id={`supply-chain-panel-${tab}`}
        aria-labelledby={`supply-chain-tab-${tab}`}
        className={tab === 'logs' ? undefined : classes.page}
      >
        {tab === 'yaml' && <ImageYaml detail={detail} image={image} />}
        {tab === 'history' && (
          <Suspense fallback={<StageSkeleton />}>
            <HistoryTab
              builds={builds}
              problems={history.view?.problems ?? []}
              shown={shown.ref?.name}
            />
          </Suspense>
        )}
        {tab === 'logs' && runs && (
          <RunLog
            runs={runs}
            workload={detail.workload}
            build={shown.ref?.name}
          />
        )}
        {(tab === 'overview' || (tab === 'logs' && !runs)) && (
          <BuildTab
            shown={shown.live}
            isNewest={shown.isNewest}
            imageSays={provider.says}
            stage={detail.stage.name}
            next={provider.next}
            logs={tab === 'logs'}
          />
        )}
      </div>
    </>
  );
}

/** The run on screen, where it is runs that build the image: its log is a run's. */
function runsOf(
  { runs }: StageDetailView,
  { builds }: ImageProviderView,
  name: string | undefined,
): StageRunsView | undefined {
  return builds && runs
    ? { ...runs, list: runs.list.filter(run => run.name === name) }
    : undefined;
}
