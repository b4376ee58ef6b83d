import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  exitCodeMeaning,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ReactNode } from 'react';
import { logSourceOf } from '../logs/logSourceOf';
import { usePanelUrl } from '../panel/usePanelUrl';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { Banner } from '../panel/Banner';
import { buildName } from './buildName';
import { ErrorLines } from './ErrorLines';
import { PanelLink } from '../panel/PanelLink';
import { StillServing } from './StillServing';
import { useStepError } from './useStepError';

type FailedPhase = Extract<BuildView['phase'], { kind: 'failed' }>;

/** A failed build on arrival: the step, its exit code in words, its first error lines, and what is still served. */
export function FailedBanner({
  build,
  phase,
  isNewest,
}: {
  build: BuildView;
  phase: FailedPhase;
  isNewest: boolean;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const title = titleOf(t, build, phase);
  const serving = isNewest && <StillServing build={build} />;
  return phase.step === undefined ? (
    <Banner tone="bad" title={title}>
      {!title.endsWith(phase.says) && <p>{phase.says}</p>}
      {serving}
    </Banner>
  ) : (
    <FailedStep build={build} phase={phase} step={phase.step} title={title}>
      {serving}
    </FailedStep>
  );
}

function FailedStep({
  build,
  phase,
  step,
  title,
  children,
}: {
  build: BuildView;
  phase: FailedPhase;
  step: string;
  title: string;
  children: ReactNode;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const found = useStepError(logSourceOf(build), step);
  const line =
    found.state === 'read' && found.first ? `${found.first}` : undefined;
  // The log's own lines say more than the build; without them the build has to.
  const tells = found.state === 'reading' || line !== undefined;
  const reason = build.steps.find(({ name }) => name === step)?.reason;
  const hint =
    phase.exitCode === undefined
      ? undefined
      : exitCodeMeaning(phase.exitCode, step, reason)?.hint;
  return (
    <Banner
      tone="bad"
      title={title}
      action={
        <PanelLink
          to={url.with({
            tab: 'logs',
            // A line is one of this build, also when a newer one is there.
            ...(line !== undefined && { build: build.ref.name }),
            step,
            line,
          })}
        >
          {line ? t('build.openLogAt', { line }) : t('build.openLog')}
        </PanelLink>
      }
    >
      <ErrorLines step={step} found={found} />
      {!tells && <p>{phase.says}</p>}
      {hint && <p>{hint}</p>}
      {children}
    </Banner>
  );
}

/** `Build 2 failed in step build: exit 51, a buildpack failed` */
function titleOf(t: Words, build: BuildView, phase: FailedPhase): string {
  const name = buildName(t, build);
  const head =
    phase.step === undefined
      ? t('build.failed', { build: name })
      : t('build.failedIn', { build: name, step: phase.step });
  const cause = [
    phase.exitCode !== undefined &&
      t('build.exit', { code: `${phase.exitCode}` }),
    phase.meaning,
  ].filter(Boolean);
  return cause.length > 0 ? `${head}: ${cause.join(', ')}` : head;
}
