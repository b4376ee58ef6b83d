import {
  whySentence,
  type BuilderRef,
  type ImageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildSource } from '../builds/buildSource';
import { earlierBuilds } from '../builds/earlierBuilds';
import { succeededCondition } from '../builds/succeededCondition';
import { readyVerdict } from '../builders/readyVerdict';
import { explainReasons } from '../explainReasons';
import { imageProviderView } from '../imageProviderView';
import type { BuildObject } from '../objects/BuildObject';
import type { ImageObject } from '../objects/ImageObject';
import { present } from '../objects/present';
import { imageBehind } from '../stages/imageBehind';
import type { Surroundings } from '../Surroundings';
import type { ValuesShown } from '../ValuesShown';
import { workloadOfImage } from '../workloadOfImage';
import { imageStage } from './imageStage';
import { imageStamp } from './imageStamp';
import { missingWorkload } from './missingWorkload';

/** Kinds without which a part of the page is missing. */
const NEEDED = [
  'images.kpack.io',
  'builds.kpack.io',
  'pods',
  'events',
] as const;

/** The page of one kpack Image: with a workload or without one, the same Image Provider. */
export function imageView(
  image: ImageObject,
  around: Surroundings,
  values: ValuesShown,
): ImageView | undefined {
  const { cluster } = around;
  const { namespace, name, createdAt } = image.meta;
  const behind = imageBehind(imageStamp(image), namespace, around);
  if (!behind) return undefined;
  const stage = { ...imageStage(behind, around), engine: 'kpack' as const };
  const provider = imageProviderView(stage, behind, around, values);
  const workload = workloadOfImage(image, around);
  const { builds, newest } = behind;
  const ended = (status: 'True' | 'False') =>
    builds.find(each => succeededCondition(each)?.status === status);
  return present({
    ref: { cluster, namespace, name },
    stage,
    workload: workload && {
      cluster,
      namespace: workload.meta.namespace,
      name: workload.meta.name,
    },
    missingWorkload: missingWorkload(image, around),
    tag: image.tag,
    additionalTags: [...image.additionalTags],
    tagging: image.tagging,
    builder: builderOf(image, cluster),
    source: buildSource(image.source, newest?.ociSource),
    serviceAccount: image.serviceAccount,
    image: image.latestImage,
    latestReasons: (image.latestBuildReason ?? '').split(',').filter(Boolean),
    buildCount: image.buildCount,
    cache: image.cache,
    keeps: { ...image.keeps },
    lastSuccess: buildOf(ended('True'), builds),
    lastFailure: buildOf(ended('False'), builds),
    provider: provider ?? { engine: 'kpack' as const, recent: [] },
    createdAt,
    problems: NEEDED.flatMap(resource => around.problem(resource) ?? []),
  });
}

function builderOf(image: ImageObject, cluster: string): ImageView['builder'] {
  const { kind, name } = image.builder;
  return present({
    kind,
    name,
    ref: refOf(image, cluster),
    ready: readyVerdict(image, 'BuilderReady'),
    upToDate: readyVerdict(image, 'BuilderUpToDate'),
  });
}

function refOf(
  { builder: { kind, name }, meta: { namespace } }: ImageObject,
  cluster: string,
): BuilderRef | undefined {
  if (name === undefined) return undefined;
  switch (kind) {
    case 'ClusterBuilder':
      return { cluster, kind, name };
    // kpack's own default (image_conversion.go, defaults of v1alpha2).
    case 'Builder':
    case undefined:
      return { cluster, kind: 'Builder', namespace, name };
    default:
      return undefined;
  }
}

function buildOf(
  build: BuildObject | undefined,
  builds: readonly BuildObject[],
): ImageView['lastSuccess'] {
  if (!build) return undefined;
  const why = explainReasons(
    build,
    earlierBuilds(build, builds)[0],
    'redacted',
  );
  return present({
    name: build.meta.name,
    number: build.number,
    why: whySentence(why),
    reasons: [...build.reasons],
    revision: buildSource(build.source, build.ociSource).revision,
    buildpacks: build.buildpacks.map(each => ({ ...each })),
  });
}
