import type { DeliverableObject } from './DeliverableObject';
import { Fields } from './Fields';
import { readObjectMeta } from './readObjectMeta';
import { readOwnerStatus } from './readOwnerStatus';

/** `carto.run/v1alpha1` Deliverable. Throws `Unreadable`. */
export function readDeliverable(raw: unknown): DeliverableObject {
  return {
    meta: readObjectMeta(raw, 'namespaced'),
    status: readOwnerStatus(new Fields(raw).object('status')),
  };
}
