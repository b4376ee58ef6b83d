import type {
  ObjectRef,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** An image by its digest, and what made it. */
export interface StageImage {
  readonly ref: ObjectRef;
  readonly image?: string | undefined;
}

/**
 * The image of a stage by its digest: that of one run, else what it serves now. Undefined when it has no such run, or makes no
 * image. Without a digest nothing is said of it: a tag may mean another image by the time somebody pulls it.
 */
export function stageImage(
  { workload, imageProvider }: StageDetailView,
  run: string | undefined,
): StageImage | undefined {
  if (!imageProvider) return undefined;
  const { build, builds = [], image, serving } = imageProvider;
  if (run === undefined)
    return { ref: image ?? workload, image: byDigest(serving) };
  const all = build ? [build, ...builds] : builds;
  const found = all.find(({ ref }) => ref.name === run);
  return found && { ref: found.ref, image: byDigest(found.produced.image) };
}

function byDigest(image: string | undefined): string | undefined {
  return image?.includes('@') ? image : undefined;
}
