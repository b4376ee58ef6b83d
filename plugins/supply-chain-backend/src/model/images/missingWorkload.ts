import type { ImageObject } from '../objects/ImageObject';
import type { Surroundings } from '../Surroundings';

/** Label that Cartographer puts on everything it stamps. */
const WORKLOAD_NAME = 'carto.run/workload-name';

/** The workload that an Image's labels name and that is not there: it was deleted, or the labels were copied by hand. */
export function missingWorkload(
  { meta: { namespace, labels } }: ImageObject,
  around: Pick<Surroundings, 'workload'>,
): string | undefined {
  const name = labels[WORKLOAD_NAME];
  return name && !around.workload(namespace, name) ? name : undefined;
}
