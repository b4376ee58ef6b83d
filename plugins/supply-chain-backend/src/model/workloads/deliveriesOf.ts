import type { DeliveryView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { DeliverableObject } from '../objects/DeliverableObject';
import type { RealizedResource } from '../objects/OwnerStatus';
import type { Surroundings } from '../Surroundings';
import { deliveryView } from './deliveryView';

export type Deliveries = {
  /** What is shown. */
  readonly views: readonly DeliveryView[];
  /** Those that have a say in how the workload is doing: some Cartographer has looked at them. */
  readonly takenUp: readonly DeliveryView[];
};

/**
 * The Deliverables that a chain stamped, on every cluster where they are found.
 *
 * Where building and running are apart, the stamped one lies on the build cluster as it was written, for ever without a
 * status, and its copy on the run cluster delivers. The first says nothing once the second is found; and alone it is no
 * news of the workload, since the run cluster may be one that Backstage does not know.
 */
export function deliveriesOf(
  deliverables: readonly RealizedResource[],
  namespace: string,
  around: Surroundings,
  /** Every stage of the workload has done its part. */
  written: boolean,
): Deliveries {
  const found = deliverables.flatMap(({ stampedRef }) =>
    around.deliverables(
      stampedRef?.namespace ?? namespace,
      stampedRef?.name ?? '',
    ),
  );
  const view = ({ cluster, deliverable }: (typeof found)[number]) =>
    deliveryView(cluster, deliverable, written);
  const takenUp = found
    .filter(({ deliverable }) => isTakenUp(deliverable))
    .map(view);
  return { views: takenUp.length > 0 ? takenUp : found.map(view), takenUp };
}

function isTakenUp({ status }: DeliverableObject): boolean {
  return status.conditions.length > 0 || status.resources.length > 0;
}
