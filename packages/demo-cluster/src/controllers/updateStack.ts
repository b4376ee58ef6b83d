import { at } from '../json/at.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import { condition } from '../play/condition.ts';
import { Substitution } from '../play/Substitution.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { builderOf } from './builderOf.ts';
import { buildsOf } from './buildsOf.ts';
import { KIND } from './kinds.ts';
import type { Scene } from './Scene.ts';

/** As recorded in run1: 20 ms from the stack's spec to its status, 150 ms more to its builders. */
const RESOLVE_MS = 20;
const REBUILD_MS = 150;
const DIGEST = /sha256:[0-9a-f]{64}/;

/** A ClusterStack gets newer images, its builders are made anew. Resolves with the Images that have to be rebased. */
export async function updateStack(
  { build: state, tempo, random }: Scene,
  stack: KubeObject,
): Promise<KubeObject[]> {
  const generation = (stack.metadata.generation ?? 1) + 1;
  const run = textAt(stack, 'status', 'runImage', 'latestImage') ?? '';
  const images = [
    run,
    textAt(stack, 'status', 'buildImage', 'latestImage') ?? '',
  ];
  const swap = new Substitution([
    ...images.flatMap((image): [string, string][] => {
      const old = image.match(DIGEST)?.[0];
      return old ? [[old, `sha256:${random.hex(64)}`]] : [];
    }),
    ...['runImage', 'buildImage'].flatMap((field): [string, string][] => {
      const image = textAt(stack, 'spec', field, 'image');
      return image ? [[image, nextPatch(image)]] : [];
    }),
  ]);
  const asked = put(
    { ...stack, spec: swap.value(stack.spec) },
    ['metadata', 'generation'],
    generation,
  );
  state.apply(KIND.clusterStack, asked);
  await tempo.wait(RESOLVE_MS);
  state.apply(
    KIND.clusterStack,
    put(
      { ...asked, status: swap.value(asked.status) },
      ['status', 'observedGeneration'],
      generation,
    ),
  );
  await tempo.wait(REBUILD_MS);
  for (const kind of [KIND.builder, KIND.clusterBuilder])
    for (const builder of state.list(kind).items) {
      if (at(builder, 'spec', 'stack', 'name') !== stack.metadata.name)
        continue;
      const old = textAt(builder, 'status', 'latestImage')?.match(DIGEST)?.[0];
      if (!old) continue;
      const renewed = swap.with([[old, `sha256:${random.hex(64)}`]]);
      state.apply(
        kind,
        put(
          { ...builder, status: renewed.value(builder.status) },
          ['status', 'observedStackGeneration'],
          generation,
        ),
      );
    }
  return state.list(KIND.image).items.filter(image => {
    const builder = builderOf(state, image);
    if (at(builder, 'spec', 'stack', 'name') !== stack.metadata.name)
      return false;
    // Only what was built can be rebased; a failed build waits for its repair.
    const last = buildsOf(state, image).at(-1);
    return condition(last, 'Succeeded')?.status === 'True';
  });
}

/** `repo:0.1.11` is followed by `repo:0.1.12`; a reference without a number stays. */
function nextPatch(image: string): string {
  return image.replace(/(:[^/]*?)(\d+)$/, (_, stem: string, n: string) => {
    return `${stem}${Number(n) + 1}`;
  });
}
