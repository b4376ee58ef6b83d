import {
  shortImage,
  type BuildPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { newestFirst } from '../builds/newestFirst';
import { phaseNow } from '../builds/phaseNow';
import { podOf } from '../builds/podOf';
import { producedBy } from '../builds/producedBy';
import type { BuildObject } from '../objects/BuildObject';
import { cutText } from '../objects/cutText';
import type { ImageObject } from '../objects/ImageObject';
import type { RealizedResource } from '../objects/OwnerStatus';
import { present } from '../objects/present';
import type { Surroundings } from '../Surroundings';

/** Longest tag that a registry takes (OCI distribution). */
const TAG_MAX = 128;

/** The kpack Image behind a stage, its newest build, and what it serves. */
export type ImageBehind = {
  readonly image: ImageObject;
  /** Newest first. */
  readonly builds: readonly BuildObject[];
  readonly newest?: BuildObject;
  /** Phase of the newest build. */
  readonly phase?: BuildPhase;
  /** Tag for people of what is served now; its short digest where no build with a tag is left. */
  readonly servingTag?: string;
};

/**
 * Found by the reference that Cartographer gives, never by labels: kpack Images carry labels of workloads that are gone.
 * Undefined for stages that stamp something else, or when the Image cannot be read.
 */
export function imageBehind(
  stage: RealizedResource,
  namespace: string,
  around: Surroundings,
): ImageBehind | undefined {
  const ref = stage.stampedRef;
  if (ref?.kind !== 'Image' || !ref.apiVersion.startsWith('kpack.io/'))
    return undefined;
  const image = around.image(ref.namespace ?? namespace, ref.name);
  if (!image) return undefined;
  const builds = newestFirst(
    around.builds(image.meta.namespace, image.meta.name),
  );
  const newest = builds[0];
  return present({
    image,
    builds,
    newest,
    phase: newest && phaseOf(newest, around),
    servingTag: servingTag(image, builds),
  });
}

function phaseOf(build: BuildObject, around: Surroundings): BuildPhase {
  const pod = podOf(build, around);
  return phaseNow(build, pod, around);
}

function servingTag(
  image: ImageObject,
  builds: readonly BuildObject[],
): string | undefined {
  if (!image.latestImage) return undefined;
  const maker = builds.find(each => each.latestImage === image.latestImage);
  return cutText(
    (maker && producedBy(maker).tag) ?? shortImage(image.latestImage),
    TAG_MAX,
  );
}
