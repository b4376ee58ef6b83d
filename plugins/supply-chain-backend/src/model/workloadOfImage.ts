import type { ImageObject } from './objects/ImageObject';
import type { WorkloadObject } from './objects/WorkloadObject';
import type { Surroundings } from './Surroundings';

/** Label that Cartographer puts on everything it stamps; kpack copies it on to Builds and pods. */
const WORKLOAD_NAME = 'carto.run/workload-name';

/**
 * The workload that an Image belongs to: the one that says it stamped it, or owns it.
 * The label alone proves nothing: it stays on Images whose workload is gone, or is copied by hand into other namespaces.
 */
export function workloadOfImage(
  image: ImageObject,
  around: Pick<Surroundings, 'workload'>,
): WorkloadObject | undefined {
  const { namespace, name, owners, labels } = image.meta;
  const owner = owners.find(each => each.kind === 'Workload');
  const owned = owner && around.workload(namespace, owner.name);
  if (owned && (!owner.uid || !owned.meta.uid || owner.uid === owned.meta.uid))
    return owned;
  const label = labels[WORKLOAD_NAME];
  const labelled = label ? around.workload(namespace, label) : undefined;
  if (!labelled) return undefined;
  const stamps = labelled.status.resources.flatMap(r => r.stampedRef ?? []);
  const stampsImages = stamps.filter(ref => ref.kind === 'Image');
  const stamped = stampsImages.some(
    ref => ref.name === name && (ref.namespace ?? namespace) === namespace,
  );
  // A workload that says which Images it stamped, and not this one, does not own it.
  return stamped || stampsImages.length === 0 ? labelled : undefined;
}
