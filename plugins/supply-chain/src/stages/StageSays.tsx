import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  assertNever,
  stageTitle,
  type StagePhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ReactNode } from 'react';
import { quietColor } from '../phase/quietColor';
import { Elapsed } from '../time/Elapsed';
import { PanelLink } from '../panel/PanelLink';
import { ProblemList } from '../states/ProblemList';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { usePanelUrl } from '../panel/usePanelUrl';

const useStyles = makeStyles((theme: Theme) => ({
  says: {
    display: 'grid',
    gap: theme.spacing(0.75),
    fontSize: 14,
    overflowWrap: 'anywhere',
    '& p': { margin: 0, whiteSpace: 'pre-line' },
  },
  quiet: { color: quietColor(theme) },
}));

/** What a stage is doing, in a sentence or two; nothing for one that is simply ready. */
export function StageSays({ phase }: { phase: StagePhase }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const stageLink = (stage: string) => (
    <PanelLink
      to={url.with({
        stage,
        tab: undefined,
        build: undefined,
        step: undefined,
        line: undefined,
        q: undefined,
      })}
    >
      {stageTitle(stage)}
    </PanelLink>
  );
  const says = (...parts: ReactNode[]) => (
    <div className={classes.says}>
      {parts.map((part, index) => part && <p key={index}>{part}</p>)}
    </div>
  );
  switch (phase.kind) {
    case 'ready':
      return null;
    case 'waiting':
      return says(t('stage.waiting', { stage: stageLink(phase.for) }));
    case 'planned':
      return says(t('stage.planned'));
    case 'skipped':
      return says(
        phase.servedBy === undefined
          ? t('stage.skipped')
          : t('stage.skippedBy', { stage: stageLink(phase.servedBy) }),
      );
    case 'misconfigured':
      return says(
        phase.says,
        <span className={classes.quiet}>
          {t(
            phase.owner === 'developer'
              ? 'stage.ownerDeveloper'
              : 'stage.ownerPlatform',
          )}
        </span>,
      );
    case 'failed':
      return says(
        phase.says,
        phase.stillServing &&
          t('stage.stillServing', { output: phase.stillServing }),
        phase.owner && (
          <span className={classes.quiet}>
            {t(
              phase.owner === 'developer'
                ? 'stage.ownerSource'
                : 'stage.ownerPlatform',
            )}
          </span>
        ),
      );
    case 'running': {
      const time = <Elapsed since={phase.since} />;
      return says(
        phase.says,
        phase.since &&
          (phase.step
            ? t('stage.runningStep', { step: phase.step, time })
            : t('stage.running', { time })),
      );
    }
    case 'unknown':
      return (
        <div className={classes.says}>
          {phase.says && <p>{phase.says}</p>}
          <ProblemList problems={phase.because ? [phase.because] : []} />
        </div>
      );
    default:
      return assertNever(phase);
  }
}
