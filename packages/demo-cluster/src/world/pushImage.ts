import { at } from '../json/at.ts';
import { put } from '../json/put.ts';
import { KIND } from '../controllers/kinds.ts';
import { buildImage } from '../controllers/buildImage.ts';
import type { Scene } from '../controllers/Scene.ts';
import { Substitution } from '../play/Substitution.ts';
import type { PushOptions } from './PushOptions.ts';

/** A commit's digits, or a digest's. */
const HEX = /(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/g;

/** A commit for an Image that no supply chain made: kpack's own git source finds it, or somebody changes the Image's address. */
export async function pushImage(
  scene: Scene,
  namespace: string,
  name: string,
  options: PushOptions,
): Promise<void> {
  const { build: state, random } = scene;
  const image = state.get(KIND.image, namespace, name);
  if (!image) throw new Error(`Image ${namespace}/${name} is gone`);
  const order = {
    ...{ namespace, name, outcome: options.outcome ?? ('succeeded' as const) },
    ...(options.failure !== undefined && { failure: options.failure }),
    ...(options.stretch !== undefined && { stretch: options.stretch }),
  };
  if (at(image, 'spec', 'source', 'git') !== undefined) {
    await buildImage(scene, { ...order, revision: random.hex(40) });
    return;
  }
  const old = new Set(JSON.stringify(image.spec).match(HEX) ?? []);
  if (old.size === 0)
    throw new Error(
      `The source of Image ${namespace}/${name} names no commit that could change`,
    );
  const swap = new Substitution(
    [...old].map(hex => [hex, random.hex(hex.length)] as const),
  );
  state.apply(
    KIND.image,
    put(
      { ...image, spec: swap.value(image.spec) },
      ['metadata', 'generation'],
      (image.metadata.generation ?? 1) + 1,
    ),
  );
  await buildImage(scene, order);
}
