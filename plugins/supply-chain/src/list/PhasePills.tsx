import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  WORKLOAD_PHASES,
  type WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PHASE_TONES } from '../phase/PhaseTone';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { TonePills } from './TonePills';
import { usePillStyles } from './usePillStyles';

/** All, and one pill a phase that there is, with how many. */
export function PhasePills({
  facet,
  chosen,
  onChoose,
}: {
  facet: readonly { value: string; count: number }[];
  chosen: readonly WorkloadPhase[];
  onChoose: (phases: WorkloadPhase[]) => void;
}) {
  const classes = usePillStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const counts = new Map(facet.map(({ value, count }) => [value, count]));
  const all = facet.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <button
        type="button"
        className={classes.pill}
        aria-pressed={chosen.length === 0}
        onClick={() => onChoose([])}
      >
        {t('list.all')} <span className={classes.count}>{all}</span>
      </button>
      <TonePills
        options={WORKLOAD_PHASES.map(phase => ({
          value: phase,
          tone: PHASE_TONES[phase],
          words: t(`phase.${phase}`),
          count: counts.get(phase) ?? 0,
        }))}
        chosen={chosen}
        onChoose={onChoose}
      />
    </>
  );
}
