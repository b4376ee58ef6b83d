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
  return scripts.find({
    ...{ resources: kinds.map(parseKindName), outcome, nearness },
    fits: script => nearness(script) > 0,
  });
}
