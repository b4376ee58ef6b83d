import type { DeliveriesAnswer } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadObject } from '../../model/objects/WorkloadObject';
import { outputValue } from '../../model/stages/outputValue';
import type { Surroundings } from '../../model/Surroundings';
import { describeWorkload } from '../../model/workloads/describeWorkload';
import { deliveryDetail } from './deliveryDetail';
import { writtenCommit } from './writtenCommit';

/** What each delivery of a workload is made of, read from its own cluster: one that is dead hurts no other. */
export function inspectDeliveries(
  workload: WorkloadObject,
  around: Surroundings,
): DeliveriesAnswer {
  const look = around.stamped?.bind(around);
  const { deliveries } = describeWorkload(workload, around);
  // Without a delivery no cluster is asked for anything.
  if (!look || deliveries.length === 0) return { deliveries: [], problems: [] };
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
    deliveries: deliveries.flatMap(({ ref: { cluster, namespace, name } }) => {
      const found = around
        .deliverables(namespace, name)
        .find(each => each.cluster === cluster);
      return found
        ? [deliveryDetail(cluster, found.deliverable, given, look)]
        : [];
    }),
    problems: written.problems.filter(
      ({ because }) => because !== 'absent' && because !== 'loading',
    ),
  };
}
