import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  assertNever,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { Banner } from '../panel/Banner';
import { buildName } from './buildName';
import { FailedBanner } from './FailedBanner';
import { StillServing } from './StillServing';

/** What a build is doing, where that needs more than a mark: failed, refused, stuck, queued. */
export function BuildBanner({
  build,
  isNewest,
}: {
  build: BuildView;
  /** What is served now is said only then. */
  isNewest: boolean;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { phase } = build;
  const name = buildName(t, build);
  switch (phase.kind) {
    case 'failed':
      return <FailedBanner build={build} phase={phase} isNewest={isNewest} />;
    case 'rejected':
      return (
        <Banner tone="bad" title={t('build.rejectedTitle', { build: name })}>
          <p>{phase.says}</p>
          {isNewest && <StillServing build={build} />}
        </Banner>
      );
    case 'stuck':
      return (
        <Banner
          tone="warn"
          title={t('build.stuckTitle', { build: name, reason: phase.reason })}
        >
          <p>{phase.says}</p>
          <p>{t('build.stuckHint')}</p>
        </Banner>
      );
    case 'queued':
      return (
        <Banner tone="idle" title={t('build.queuedTitle', { build: name })}>
          {phase.says && <p>{phase.says}</p>}
        </Banner>
      );
    case 'finishing':
      return (
        <Banner
          tone="busy"
          title={t('build.finishingTitle', { build: name })}
        />
      );
    case 'unknown':
      return (
        <Banner tone="unknown" title={t('build.unknownTitle', { build: name })}>
          {phase.says && <p>{phase.says}</p>}
        </Banner>
      );
    case 'running':
    case 'succeeded':
      return null;
    default:
      return assertNever(phase);
  }
}
