import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import type {
  ImageProviderView,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { BuildNavigation } from '../builds/BuildNavigation';
import { BuildTab } from '../builds/BuildTab';
import { HistoryTab } from '../builds/HistoryTab';
import { useLive } from '../hooks/useLive';
import { TriggerButton } from '../trigger/TriggerButton';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { NoBuild } from './NoBuild';
import { StageBody } from './StageBody';
import { StageSays } from './StageSays';
import { usePanelUrl } from './usePanelUrl';
import { useShownBuild } from './useShownBuild';

const TABS = ['overview', 'logs', 'history'] as const;

const useStyles = makeStyles((theme: Theme) => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0, 2.25),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  tabs: { minHeight: 44, marginLeft: theme.spacing(-1.5) },
  tab: {
    minWidth: 0,
    minHeight: 44,
    padding: theme.spacing(0, 1.5),
    fontSize: 14,
    fontWeight: 600,
    letterSpacing: 'normal',
    textTransform: 'none',
    color: quietColor(theme),
    opacity: 1,
    '&.Mui-selected': { color: theme.palette.text.primary },
    '&.Mui-focusVisible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
  },
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
        <NoBuild provider={provider} phase={detail.stage.phase} />
        <StageBody detail={detail} />
      </>
    );
  }
  // What the newest build tells of itself is not said twice, and moves nothing when it begins and ends.
  const isToldBelow =
    provider.build !== undefined &&
    (detail.stage.phase.kind === 'running' ||
      ['failed', 'rejected', 'stuck'].includes(provider.build.phase.kind));
  const tab = TABS.find(each => each === url.tab) ?? 'overview';
  const builds = history.view?.builds ?? provider.recent;
  return (
    <>
      {detail.stage.phase.kind !== 'ready' && !isToldBelow && (
        <div className={classes.says}>
          <StageSays phase={detail.stage.phase} />
        </div>
      )}
      <div className={classes.bar}>
        <Tabs
          className={classes.tabs}
          value={tab}
          onChange={(_, next: string) =>
            url.go(
              {
                tab: next === 'overview' ? undefined : next,
                compare: undefined,
              },
              'push',
            )
          }
          indicatorColor="primary"
          aria-label={t('build.tabs')}
          selectionFollowsFocus
        >
          {TABS.map(each => (
            <Tab
              key={each}
              value={each}
              label={t(`build.${each}`)}
              className={classes.tab}
              id={`supply-chain-tab-${each}`}
              aria-controls={`supply-chain-panel-${each}`}
              disableRipple
            />
          ))}
        </Tabs>
        <div className={classes.tools}>
          {provider.build && <TriggerButton newest={provider.build} />}
          {shown.ref && (
            <BuildNavigation
              shown={shown.live.view ?? { ref: shown.ref }}
              builds={builds}
            />
          )}
        </div>
      </div>
      <div
        role="tabpanel"
        id={`supply-chain-panel-${tab}`}
        aria-labelledby={`supply-chain-tab-${tab}`}
        className={tab === 'logs' ? undefined : classes.page}
      >
        {tab === 'history' ? (
          <HistoryTab
            builds={builds}
            problems={history.view?.problems ?? []}
            shown={shown.ref?.name}
          />
        ) : (
          <BuildTab
            shown={shown.live}
            isNewest={shown.isNewest}
            imageSays={provider.says}
            logs={tab === 'logs'}
          />
        )}
      </div>
    </>
  );
}
