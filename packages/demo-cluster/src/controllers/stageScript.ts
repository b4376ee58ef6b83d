import type { RunScript } from '../play/RunScript.ts';
import type { ScriptLibrary } from '../play/ScriptLibrary.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { nearestScript } from './nearestScript.ts';

/** Labels that Cartographer puts on what it stamps. */
const RESOURCE_NAME = 'carto.run/resource-name';
const TEMPLATE_NAME = 'carto.run/cluster-template-name';

/** The recorded run for a stage whose template stamps a new object every time. */
export function stageScript(
  scripts: ScriptLibrary,
  resource: string,
  former: KubeObject,
  outcome: RunScript['outcome'],
): RunScript | undefined {
  const label = (o: KubeObject, key: string) => o.metadata.labels?.[key];
  const owner = former.metadata.ownerReferences?.[0]?.uid;
  return nearestScript(scripts, [resource], outcome, s => {
    if (s.owner?.metadata.uid === owner && s.owner) return 3;
    const alike = [RESOURCE_NAME, TEMPLATE_NAME].every(
      key => label(s.root, key) === label(former, key),
    );
    return alike ? 2 : 1;
  });
}
