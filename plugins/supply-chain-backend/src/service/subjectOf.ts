import type { BuildObject } from '../model/objects/BuildObject';
import type { ImageObject } from '../model/objects/ImageObject';
import type { ObjectMeta } from '../model/objects/ObjectMeta';
import type { Surroundings } from '../model/Surroundings';
import { workloadOfImage } from '../model/workloadOfImage';
import type { Subject } from './Subject';

/** The subject that an object of a live copy belongs to. */
export const subjectOf = {
  workload: (cluster: string, meta: ObjectMeta): Subject =>
    subject('Workload', cluster, meta),

  image(image: ImageObject, around: Surroundings): Subject {
    const workload = workloadOfImage(image, around);
    return workload
      ? subject('Workload', around.cluster, workload.meta)
      : subject('Image', around.cluster, image.meta);
  },

  /** A Build made by hand, or whose Image is gone, stands for itself. */
  build(build: BuildObject, around: Surroundings): Subject {
    const image =
      build.image && around.image(build.meta.namespace, build.image);
    return image
      ? subjectOf.image(image, around)
      : subject('Image', around.cluster, build.meta);
  },
};

function subject(
  kind: Subject['kind'],
  cluster: string,
  { namespace, name, labels }: ObjectMeta,
): Subject {
  return { kind, cluster, namespace, name, labels };
}
