import { textAt } from '../json/textAt.ts';
import type { RunScript } from '../play/RunScript.ts';
import type { ScriptLibrary } from '../play/ScriptLibrary.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { KIND } from './kinds.ts';

/** The recorded Build that is nearest to what an Image needs: its own, one of its name, one of its builder, any. */
export function chooseBuildScript(
  scripts: ScriptLibrary,
  image: KubeObject,
  rebase: boolean,
  { outcome, failure }: { outcome: RunScript['outcome']; failure?: string },
): RunScript {
  const isRebase = (script: RunScript) => script.steps.includes('rebase');
  const { uid, namespace, name } = image.metadata;
  const builder = textAt(image, 'spec', 'builder', 'name');
  const script = scripts.find({
    resources: [KIND.build],
    outcome,
    // A Build that never had a pod has nothing to show.
    fits: s =>
      s.steps.length > 0 &&
      isRebase(s) === rebase &&
      (failure === undefined || s.failure === failure),
    nearness: s => {
      const { labels, namespace: where } = s.root.metadata;
      const sameName = labels?.['image.kpack.io/image'] === name;
      if (s.owner?.metadata.uid === uid) return 4;
      if (sameName && where === namespace) return 3;
      if (sameName) return 2;
      return textAt(s.owner, 'spec', 'builder', 'name') === builder ? 1 : 0;
    },
  });
  if (!script)
    throw new Error(
      `No recorded ${
        rebase ? 'rebase' : 'build'
      } that ${outcome} can be played for Image ${namespace ?? ''}/${name}`,
    );
  return script;
}
