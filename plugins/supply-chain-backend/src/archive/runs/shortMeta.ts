import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { PIPELINE_TASK } from './PIPELINE_TASK';
import { RESOURCE_NAME } from './RESOURCE_NAME';

/** What the archive asks an object's metadata for: which one it is, whose, and for what. Ten thousand of them are held. */
export function shortMeta({
  name,
  namespace,
  uid,
  labels,
  owners,
  deleting,
}: ObjectMeta): ObjectMeta {
  const kept = [RESOURCE_NAME, PIPELINE_TASK].flatMap(key => {
    const value = labels[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    ...{ name, namespace, owners, deleting },
    ...(uid === undefined ? {} : { uid }),
    labels: Object.fromEntries(kept),
  };
}
