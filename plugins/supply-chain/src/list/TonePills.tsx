import { PhaseShape } from '../phase/PhaseShape';
import type { PhaseTone } from '../phase/PhaseTone';
import { useToneStyles } from '../phase/useToneStyles';
import { usePillStyles } from './usePillStyles';

/** States as marks with how many there are of each: pressing one shows only those, pressing it again all. */
export function TonePills<Value extends string>({
  options,
  chosen,
  onChoose,
}: {
  options: readonly {
    readonly value: Value;
    readonly tone: PhaseTone;
    readonly words: string;
    readonly count: number;
  }[];
  chosen: readonly Value[];
  onChoose: (values: Value[]) => void;
}) {
  const classes = usePillStyles();
  const tones = useToneStyles();
  return (
    <>
      {options
        // What is chosen stays, or nobody could take it back.
        .filter(({ value, count }) => count > 0 || chosen.includes(value))
        .map(({ value, tone, words, count }) => {
          const pressed = chosen.includes(value);
          return (
            <button
              key={value}
              type="button"
              className={classes.pill}
              aria-pressed={pressed}
              onClick={() =>
                onChoose(
                  pressed
                    ? chosen.filter(each => each !== value)
                    : [...chosen, value],
                )
              }
            >
              <PhaseShape tone={tone} size={14} className={tones[tone]} />
              {words} <span className={classes.count}>{count}</span>
            </button>
          );
        })}
    </>
  );
}
