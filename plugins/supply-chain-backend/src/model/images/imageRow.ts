import {
  whySentence,
  type ImageRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { earlierBuilds } from '../builds/earlierBuilds';
import { explainReasons } from '../explainReasons';
import type { ImageObject } from '../objects/ImageObject';
import { present } from '../objects/present';
import { imageBehind } from '../stages/imageBehind';
import type { Surroundings } from '../Surroundings';
import { newestInstant } from '../words/newestInstant';
import { workloadOfImage } from '../workloadOfImage';
import { stagesVerdict } from '../workloads/stagesVerdict';
import { imageStage } from './imageStage';
import { imageStamp } from './imageStamp';
import { missingWorkload } from './missingWorkload';

/** A kpack Image in the list of images. */
export function imageRow(
  image: ImageObject,
  around: Surroundings,
): ImageRow | undefined {
  const { namespace, name, createdAt } = image.meta;
  const behind = imageBehind(imageStamp(image), namespace, around);
  if (!behind) return undefined;
  const { newest, builds } = behind;
  const stage = imageStage(behind, around);
  const { phase, says } = stagesVerdict([stage]);
  const why = newest
    ? explainReasons(newest, earlierBuilds(newest, builds)[0], 'redacted')
    : [];
  return present({
    ref: { cluster: around.cluster, namespace, name },
    phase,
    stale: stage.stale,
    // There is one stage only, so its name says nothing.
    says: says?.replace(`${stage.title}: `, ''),
    ready:
      image.conditions.find(({ type }) => type === 'Ready')?.status ??
      'Unknown',
    workload: workloadOfImage(image, around)?.meta.name,
    missingWorkload: missingWorkload(image, around),
    builder: image.builder.name,
    tag: behind.servingTag,
    image: image.latestImage,
    reasons: [...(newest?.reasons ?? [])],
    why: whySentence(why) || undefined,
    changedAt: newestInstant([newest?.meta.createdAt, createdAt]),
    createdAt,
  });
}
