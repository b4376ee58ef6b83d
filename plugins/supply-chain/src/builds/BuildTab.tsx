import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BuildView,
  NextBuild,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import { LogsTab } from '../logs/LogsTab';
import { StageSkeleton } from '../panel/StageSkeleton';
import { FailurePanel } from '../states/FailurePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { Banner } from '../panel/Banner';
import { BuildOverview } from './BuildOverview';

/** One build, or its logs; or why it cannot be shown. */
export function BuildTab({
  shown,
  isNewest,
  imageSays,
  stage,
  next,
  logs,
}: {
  shown: Live<BuildView>;
  isNewest: boolean;
  /** The kpack Image's own words while it cannot build. */
  imageSays: string | undefined;
  /** Of the workload, where it is its run that built the image. */
  stage?: string | undefined;
  /** What would rebuild the image. */
  next?: NextBuild | undefined;
  logs: boolean;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const build = shown.view;
  if (!build) {
    return shown.state === 'error' ? (
      <FailurePanel error={shown.error} />
    ) : (
      <StageSkeleton />
    );
  }
  if (logs) return <LogsTab key={build.ref.name} build={build} />;
  return (
    <>
      {imageSays &&
        isNewest &&
        build.engine === 'kpack' &&
        build.phase.kind !== 'failed' &&
        !isSaidBy(build, imageSays) && (
          <Banner
            tone="warn"
            title={t('build.imageSays', { says: imageSays })}
          />
        )}
      <BuildOverview
        key={build.ref.name}
        build={build}
        isNewest={isNewest}
        stage={stage}
        next={next}
      />
    </>
  );
}

/** The Image repeats the words of a build that was refused; once is enough. */
function isSaidBy({ phase }: BuildView, says: string): boolean {
  return (
    'says' in phase && phase.says !== undefined && phase.says.includes(says)
  );
}
