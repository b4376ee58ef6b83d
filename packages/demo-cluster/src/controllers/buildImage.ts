import { numberAt } from '../json/numberAt.ts';
import { playRun } from '../play/playRun.ts';
import type { RunScript } from '../play/RunScript.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { buildChanges } from './buildChanges.ts';
import type { BuildChange } from './buildChanges.ts';
import { builderOf } from './builderOf.ts';
import { buildSpec } from './buildSpec.ts';
import { buildsOf } from './buildsOf.ts';
import { chooseBuildScript } from './chooseBuildScript.ts';
import { finishOpenBuild } from './finishOpenBuild.ts';
import { followBuild } from './followBuild.ts';
import { KIND } from './kinds.ts';
import { madeWith } from './madeWith.ts';
import { newBuild } from './newBuild.ts';
import { oneAtATime } from './oneAtATime.ts';
import { pruneBuilds } from './pruneBuilds.ts';
import { resolveSource } from './resolveSource.ts';
import { withReasonLog } from './withReasonLog.ts';
import type { Scene } from './Scene.ts';

export interface BuildOrder {
  readonly namespace: string;
  readonly name: string;
  readonly outcome: RunScript['outcome'];
  /** Somebody asked for it: the entry that stands first among the reasons. */
  readonly trigger?: BuildChange;
  /** The commit that kpack finds on the Image's branch, where it watches git itself. */
  readonly revision?: string;
  /** The failing container's reason that is wanted, e.g. `OOMKilled`. */
  readonly failure?: string;
  readonly stretch?: number;
  /** After every change of the Image. */
  readonly onImage?: (image: KubeObject) => void;
}

/**
 * What kpack does about an Image: waits for a Build that is under way, resolves the source, finds
 * the reasons, and when there is one makes a Build and follows it. The Build itself is played from
 * a recorded one. Resolves with the finished Build, undefined when there was nothing to build.
 */
export function buildImage(
  scene: Scene,
  order: BuildOrder,
): Promise<KubeObject | undefined> {
  const { namespace, name } = order;
  return oneAtATime(scene, `${namespace}/${name}`, () => build(scene, order));
}

async function build(
  scene: Scene,
  order: BuildOrder,
): Promise<KubeObject | undefined> {
  const { build: state, tempo } = scene;
  const { namespace, name } = order;
  const image = state.get(KIND.image, namespace, name);
  if (!image) throw new Error(`Image ${namespace}/${name} is not there`);
  const follow = (root: KubeObject, changes: readonly BuildChange[]) => {
    const live = state.get(KIND.image, namespace, name);
    if (!live) return;
    const next = followBuild(live, root, changes, tempo.now());
    const told = state.apply(KIND.image, next);
    order.onImage?.(told);
  };
  const finished = await finishOpenBuild(scene, image, {
    ...order,
    onRoot: follow,
  });
  const source = await resolveSource(scene, image, order.revision);
  const builder = builderOf(state, image);
  const last = buildsOf(state, image).at(-1);
  const number =
    Math.max(
      numberAt(image, 'status', 'buildCounter'),
      Number(last?.metadata.labels?.['image.kpack.io/buildNumber']) || 0,
    ) + 1;
  const now = tempo.now();
  const spec = buildSpec({ image, builder, last, number, now, source });
  const changes = [
    ...(order.trigger ? [order.trigger] : []),
    ...buildChanges(spec, last, builder),
  ];
  if (changes.length === 0) return finished;
  const rebase = changes.every(c => c.reason === 'STACK');
  const script = withReasonLog(
    chooseBuildScript(scene.scripts, image, rebase, order),
    changes,
  );
  const as = {
    ...newBuild({ image, number, spec, changes }),
    told: (root: KubeObject) => madeWith(builder, last, root),
  };

  const final = await playRun({
    ...{ script, as, state, tempo, random: scene.random },
    ...(order.stretch !== undefined && { stretch: order.stretch }),
    onRoot: root => follow(root, changes),
  });
  if (final) pruneBuilds(state, namespace, name);
  return final;
}
