import { newestFirst } from '../builds/newestFirst';
import { succeededCondition } from '../builds/succeededCondition';
import type { BuildObject } from '../objects/BuildObject';
import type { ImageObject } from '../objects/ImageObject';
import { present } from '../objects/present';
import type { Surroundings } from '../Surroundings';
import { newestInstant } from '../words/newestInstant';
import { plainMessage } from '../words/plainMessage';
import { workloadOfImage } from '../workloadOfImage';
import { missingWorkload } from '../images/missingWorkload';
import { buildFacts } from './buildFacts';
import type { ImageFacts } from './ImageFacts';
import { madeFacts } from './madeFacts';

/** Look-ups of a cluster, and of one Build of it. */
type Around = Surroundings & {
  build?(namespace: string, name: string): BuildObject | undefined;
};

/** What is to be known of an Image to tell how far its builder's updates have come. */
export function describeImage(image: ImageObject, around: Around): ImageFacts {
  const { namespace, name, createdAt } = image.meta;
  const [newest, made] = lastBuilds(image, around);
  const ready = image.conditions.find(({ type }) => type === 'Ready');
  const good = made && madeFacts(made, around);
  return present({
    ...{ namespace, name },
    workload: workloadOfImage(image, around)?.meta.name,
    missingWorkload: missingWorkload(image, around),
    builder: image.builder,
    ready:
      ready &&
      present({
        status: ready.status,
        reason: ready.reason,
        says: plainMessage(ready.message) || undefined,
      }),
    newest: newest === made ? good : newest && buildFacts(newest, around),
    changedAt: newestInstant([newest?.meta.createdAt, createdAt]),
    made: good,
  });
}

/**
 * The newest build and the newest that succeeded. Mostly they are the one that the Image names, and then the others, ten an
 * image, need not be read: that is what makes a fleet of ten thousand readable within a second or two.
 */
function lastBuilds(
  { meta, latestBuildRef }: ImageObject,
  around: Around,
): readonly [newest?: BuildObject, made?: BuildObject] {
  const named =
    latestBuildRef === undefined
      ? undefined
      : around.build?.(meta.namespace, latestBuildRef);
  if (named && named.image === meta.name && isGood(named)) {
    return [named, named];
  }
  const builds = newestFirst(around.builds(meta.namespace, meta.name));
  const made = builds.find(isGood);
  const [newest] = builds;
  if (!newest) return [];
  return made ? [newest, made] : [newest];
}

function isGood(build: BuildObject): boolean {
  return succeededCondition(build)?.status === 'True';
}
