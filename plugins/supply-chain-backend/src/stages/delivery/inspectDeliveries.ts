import type { WorkloadView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../../model/objects/present';
import type { WorkloadObject } from '../../model/objects/WorkloadObject';
import { outputValue } from '../../model/stages/outputValue';
import type { Surroundings } from '../../model/Surroundings';
import { deliveryDetail } from './deliveryDetail';
import { writtenCommit } from './writtenCommit';

/** Adds to each delivery of a workload what it is made of, each read from its own cluster: one that is dead hurts no other. */
export function inspectDeliveries(
  view: WorkloadView,
  workload: WorkloadObject,
  around: Surroundings,
): WorkloadView {
  const look = around.stamped?.bind(around);
  if (!look || view.deliveries.length === 0) return view;
  const written = writtenCommit(workload, around);
  const built = workload.status.resources
    .flatMap(each => each.outputs)
    .find(each => each.name === 'image');
  const given = {
    workload: workload.meta.name,
    written: written.commit,
    built: built && outputValue(built.preview),
  };
  return {
    ...view,
    deliveries: view.deliveries.map(delivery => {
      const { cluster, namespace, name } = delivery.ref;
      const found = around
        .deliverables(namespace, name)
        .find(each => each.cluster === cluster);
      return present({
        ...delivery,
        detail:
          found && deliveryDetail(cluster, found.deliverable, given, look),
      });
    }),
  };
}
