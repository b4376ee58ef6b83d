import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import { playRun } from '../play/playRun.ts';
import type { RunScript } from '../play/RunScript.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { BuildChange } from './buildChanges.ts';
import { chooseBuildScript } from './chooseBuildScript.ts';
import { openBuildOf } from './openBuildOf.ts';
import type { Scene } from './Scene.ts';
import { withReasonLog } from './withReasonLog.ts';

const PODS = { group: '', plural: 'pods' };

interface Finish {
  readonly outcome: RunScript['outcome'];
  readonly failure?: string;
  readonly stretch?: number;
  readonly onRoot: (root: KubeObject, changes: readonly BuildChange[]) => void;
}

/**
 * A recording may end while a Build is under way. kpack starts no other one before it has ended, and nothing here goes on
 * with its pod: so the pod is lost, as with its node, and kpack makes it anew (pkg/reconciler/build, reconcileBuildPod).
 * Resolves with the Build that ended; undefined when none was under way, or it was deleted.
 */
export async function finishOpenBuild(
  { build: state, tempo, random, scripts }: Scene,
  image: KubeObject,
  finish: Finish,
): Promise<KubeObject | undefined> {
  const open = openBuildOf(state, image);
  if (!open) return undefined;
  const { metadata, spec } = open.build;
  const changes = changesOf(open.build);
  const rebase = changes.length > 0 && changes.every(c => c.reason === 'STACK');
  const script = withReasonLog(
    chooseBuildScript(scripts, image, rebase, finish),
    changes,
  );
  state.remove(PODS, metadata.namespace, open.pod.metadata.name);
  return playRun({
    ...{ script, state, tempo, random, as: { metadata, spec } },
    ...(finish.stretch !== undefined && { stretch: finish.stretch }),
    onRoot: root => finish.onRoot(root, changes),
  });
}

/** As kpack wrote them; none where they cannot be read. */
function changesOf({ metadata }: KubeObject): BuildChange[] {
  const text = metadata.annotations?.['image.kpack.io/buildChanges'] ?? '';
  try {
    const told: unknown = JSON.parse(text);
    return listAt(told).flatMap(each => {
      const reason = textAt(each, 'reason');
      return reason === undefined
        ? []
        : [{ reason, old: at(each, 'old'), new: at(each, 'new') }];
    });
  } catch {
    return [];
  }
}
