import { forwardRef, type KeyboardEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  EdgeView,
  StageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Breakable } from '../frame/Breakable';
import { Hidden } from '../frame/Hidden';
import { PhaseShape } from '../phase/PhaseShape';
import { PHASE_TONES } from '../phase/PhaseTone';
import { useToneStyles } from '../phase/useToneStyles';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { stageFact } from './stageFact';
import { useBarStyles, useGraphStyles } from './useGraphStyles';

/** One stage: its phase, its name, its one fact, what it is made of and how old it is. A button that shows the stage. */
export const StageCard = forwardRef<
  HTMLButtonElement,
  {
    stage: StageView;
    /** What it takes, with the titles of the stages that give it. */
    inputs: readonly { edge: EdgeView; title: string }[];
    current: boolean;
    tabbable: boolean;
    /** In the list form. */
    listed: boolean;
    onChoose: () => void;
    onKey: (event: KeyboardEvent) => void;
  }
>(function Card(
  { stage, inputs, current, tabbable, listed, onChoose, onKey },
  ref,
) {
  const classes = useGraphStyles();
  const bars = useBarStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const tone = PHASE_TONES[stage.phase.kind];
  const word = t(`phase.${stage.phase.kind}`);
  const fact = stageFact(t, stage);
  const missing = inputs.find(({ edge }) => edge.missing);
  const ghost = stage.phase.kind === 'planned';
  return (
    <button
      ref={ref}
      type="button"
      data-stage={stage.name}
      data-phase={stage.phase.kind}
      className={`${classes.card} ${bars[tone]} ${ghost ? classes.ghost : ''} ${
        listed ? classes.listed : ''
      }`}
      aria-current={current ? 'true' : undefined}
      tabIndex={tabbable ? 0 : -1}
      title={[`${stage.title}: ${word}`, fact].filter(Boolean).join('\n')}
      onClick={onChoose}
      onKeyDown={onKey}
    >
      <span className={classes.title}>
        <PhaseShape tone={tone} className={tones[tone]} />
        <span className={classes.name}>{stage.title}</span>
        <Hidden>{word}</Hidden>
      </span>
      <span className={classes.fact}>
        <Breakable text={fact ?? ''} />
      </span>
      <span className={classes.kind}>
        {missing ? (
          <span className={`${classes.line} ${classes.warn}`}>
            {t('graph.missingInput', { stage: missing.edge.from })}
          </span>
        ) : (
          <span className={classes.line}>
            {stage.stale ? t('graph.stale') : stage.stampedRef?.kind}
          </span>
        )}
        <Age since={stage.changedAt} />
      </span>
      <Hidden>
        {inputs
          .filter(({ edge }) => !edge.missing)
          .map(({ edge, title }) =>
            edge.type
              ? t('graph.takes', { type: edge.type, stage: title })
              : t('graph.takesOutput', { stage: title }),
          )
          .join(', ')}
      </Hidden>
    </button>
  );
});
