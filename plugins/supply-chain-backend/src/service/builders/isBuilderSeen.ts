import type { BuilderObject } from '../../model/objects/BuilderObject';
import type { Sight } from '../Sight';

/**
 * A ClusterBuilder is the platform's, for whoever may look at the cluster at all. A Builder belongs to its namespace: it is
 * shown to those who could see a thing with its name and labels there, or who see an image of it.
 */
export function isBuilderSeen(
  cluster: string,
  { meta: { namespace, name, labels } }: BuilderObject,
  /** How many images of it the reader sees. */
  images: number,
  as: Sight,
): boolean {
  if (!as.mayLookAt(cluster)) return false;
  return (
    namespace === '' ||
    images > 0 ||
    as.sees({ kind: 'Image', cluster, namespace, name, labels })
  );
}
