import type {
  BuildsAnswer,
  BuildView,
  ClustersAnswer,
  DeliveriesAnswer,
  ObjectRef,
  StageDetailView,
  WorkloadsAnswer,
  WorkloadsQuery,
  WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/**
 * The answers of the API. `As` says on whose behalf: a reader of `Caller` authorises (routes get this one), a reader of
 * `Sight` has been told what may be seen.
 */
export interface SupplyChainReader<As> {
  clusters(as: As): Promise<ClustersAnswer>;
  workloads(query: WorkloadsQuery, as: As): Promise<WorkloadsAnswer>;
  workload(ref: ObjectRef, as: As): Promise<WorkloadView>;
  stage(ref: ObjectRef, stage: string, as: As): Promise<StageDetailView>;
  /** What the deliveries of a workload are made of. */
  delivery(workload: ObjectRef, as: As): Promise<DeliveriesAnswer>;
  builds(image: ObjectRef, as: As): Promise<BuildsAnswer>;
  build(ref: ObjectRef, as: As): Promise<BuildView>;
}
