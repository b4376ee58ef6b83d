import { parseKindName } from '../recording/parseKindName.ts';
import type { RunScript } from '../play/RunScript.ts';
import type { ScriptLibrary } from '../play/ScriptLibrary.ts';

/** Of several kinds the script that is nearest; those at 0 do not fit at all. */
export function nearestScript(
  scripts: ScriptLibrary,
  kinds: readonly string[],
  outcome: RunScript['outcome'],
  nearness: (script: RunScript) => number,
): RunScript | undefined {
  const found = kinds.flatMap(
    kind =>
      scripts.find({
        ...{ resource: parseKindName(kind), outcome, nearness },
        fits: s => nearness(s) > 0,
      }) ?? [],
  );
  return found.reduce<RunScript | undefined>(
    (best, s) => (best && nearness(best) >= nearness(s) ? best : s),
    undefined,
  );
}
