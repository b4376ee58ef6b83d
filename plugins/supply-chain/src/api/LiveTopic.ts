import type {
  BuildsAnswer,
  BuildView,
  ObjectRef,
  StageDetailView,
  WorkloadsAnswer,
  WorkloadsQueryInput,
  WorkloadView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Something a page shows and wants kept up to date. */
export type LiveTopic =
  | { type: 'workloads'; query: WorkloadsQueryInput }
  | { type: 'workload'; ref: ObjectRef }
  | { type: 'stage'; ref: ObjectRef; stage: string }
  /** `ref` is the kpack Image. */
  | { type: 'builds'; ref: ObjectRef }
  | { type: 'build'; ref: ObjectRef };

/** The view that comes for each type of topic. */
export interface LiveViews {
  workloads: WorkloadsAnswer;
  workload: WorkloadView;
  stage: StageDetailView;
  builds: BuildsAnswer;
  build: BuildView;
}

export type LiveViewOf<T extends LiveTopic> = LiveViews[T['type']];
