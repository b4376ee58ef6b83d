import type {
  BuilderRef,
  BuildersAnswer,
  BuildersQueryInput,
  BuilderView,
  ImagesAnswer,
  ImagesQueryInput,
  ImageView,
  BuildsAnswer,
  BuildView,
  DeliveriesAnswer,
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
  /** `ref` is the workload. */
  | { type: 'delivery'; ref: ObjectRef }
  /** `ref` is the kpack Image. */
  | { type: 'builds'; ref: ObjectRef }
  | { type: 'build'; ref: ObjectRef }
  | { type: 'builders'; query: BuildersQueryInput }
  | { type: 'builder'; ref: BuilderRef }
  | { type: 'images'; query: ImagesQueryInput }
  /** `ref` is the kpack Image. */
  | { type: 'image'; ref: ObjectRef };

/** The view that comes for each type of topic. */
export interface LiveViews {
  workloads: WorkloadsAnswer;
  workload: WorkloadView;
  stage: StageDetailView;
  delivery: DeliveriesAnswer;
  builds: BuildsAnswer;
  build: BuildView;
  builders: BuildersAnswer;
  builder: BuilderView;
  images: ImagesAnswer;
  image: ImageView;
}

export type LiveViewOf<T extends LiveTopic> = LiveViews[T['type']];
