import type { ObjectMeta } from './ObjectMeta';
import type { OwnerStatus } from './OwnerStatus';

/** A Cartographer Deliverable, as far as we show it. */
export type DeliverableObject = {
  readonly meta: ObjectMeta;
  readonly status: OwnerStatus;
};
