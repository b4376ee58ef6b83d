import { textAt } from '../json/textAt.ts';
import type { RunScript } from '../play/RunScript.ts';
import type { ScriptLibrary } from '../play/ScriptLibrary.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { nearestScript } from './nearestScript.ts';

/** Kinds that a Runnable's template stamps, where no recorded run says which. */
const RUN_KINDS = ['taskruns.tekton.dev', 'pipelineruns.tekton.dev'];

/** The recorded run of a Runnable that is nearest to this one: its own, one of its name, one of its template. */
export function runnableScript(
  scripts: ScriptLibrary,
  runnable: KubeObject,
  outcome: RunScript['outcome'],
): RunScript | undefined {
  const template = textAt(runnable, 'spec', 'runTemplateRef', 'name');
  return nearestScript(scripts, RUN_KINDS, outcome, s => {
    if (s.owner?.kind !== 'Runnable') return 0;
    if (textAt(s.owner, 'spec', 'runTemplateRef', 'name') !== template)
      return 0;
    if (s.owner.metadata.uid === runnable.metadata.uid) return 3;
    return s.owner.metadata.name === runnable.metadata.name ? 2 : 1;
  });
}
