import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  WORKLOAD_PHASES,
  type WorkloadPhase,
  type WorkloadsAnswer,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PhaseShape } from '../phase/PhaseShape';
import { PHASE_TONES } from '../phase/PhaseTone';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { usePillStyles } from './usePillStyles';

/** All, and one pill a phase that there is, with how many. Pressing one shows only those; pressing it again, all. */
export function PhasePills({
  facet,
  chosen,
  onChoose,
}: {
  facet: WorkloadsAnswer['facets']['phase'];
  chosen: readonly WorkloadPhase[];
  onChoose: (phases: WorkloadPhase[]) => void;
}) {
  const classes = usePillStyles();
  const tones = useToneStyles();
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
      {WORKLOAD_PHASES.filter(
        phase => counts.has(phase) || chosen.includes(phase),
      ).map(phase => {
        const tone = PHASE_TONES[phase];
        const pressed = chosen.includes(phase);
        return (
          <button
            key={phase}
            type="button"
            className={classes.pill}
            aria-pressed={pressed}
            onClick={() =>
              onChoose(
                pressed
                  ? chosen.filter(each => each !== phase)
                  : [...chosen, phase],
              )
            }
          >
            <PhaseShape tone={tone} size={14} className={tones[tone]} />
            {t(`phase.${phase}`)}{' '}
            <span className={classes.count}>{counts.get(phase) ?? 0}</span>
          </button>
        );
      })}
    </>
  );
}
