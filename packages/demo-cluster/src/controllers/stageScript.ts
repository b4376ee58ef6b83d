import type { RunScript } from '../play/RunScript.ts';
import type { ScriptLibrary } from '../play/ScriptLibrary.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { nearestScript } from './nearestScript.ts';

/** What Cartographer says on every stamped object about where it comes from. */
const ORIGIN = [
  'carto.run/resource-name',
  'carto.run/template-kind',
  'carto.run/cluster-template-name',
];

/** The recorded run for a stage whose template stamps a new object every time: of the same owner, or of the same stage elsewhere. */
export function stageScript(
  scripts: ScriptLibrary,
  resource: string,
  former: KubeObject,
  outcome: RunScript['outcome'],
): RunScript | undefined {
  const owner = former.metadata.ownerReferences?.[0]?.uid;
  return nearestScript(scripts, [resource], outcome, script => {
    const { labels = {} } = script.root.metadata;
    const alike = ORIGIN.every(
      key => labels[key] === former.metadata.labels?.[key],
    );
    if (!alike || labels[ORIGIN[0] ?? ''] === undefined) return 0;
    return script.owner && script.owner.metadata.uid === owner ? 2 : 1;
  });
}
