import { entityAnnotations } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';

/** The label that Cartographer puts on what a workload stamped; selectors name workloads by it. */
const WORKLOAD_NAME = 'carto.run/workload-name';

/**
 * The labels that selectors go by. A workload does not carry the labels of what it stamps, nor an Image those of its builds:
 * their names stand for them.
 */
export function labelsOfWorkload({
  kind,
  name,
  labels,
}: WorkloadIdentity): Readonly<Record<string, string>> {
  return kind === 'Workload'
    ? { [WORKLOAD_NAME]: name, [entityAnnotations.id]: name, ...labels }
    : { [entityAnnotations.imageName]: name, ...labels };
}
