export { defaultResources } from './catalog/defaultResources.ts';
export { FaultKnobs } from './faults/FaultKnobs.ts';
export type { FaultSettings } from './faults/FaultSettings.ts';
export type { MetricsSnapshot } from './http/ServerMetrics.ts';
export { startGeneratedCluster } from './generate/startGeneratedCluster.ts';
export type {
  GeneratedClusterOptions,
  RunningGeneratedCluster,
} from './generate/startGeneratedCluster.ts';
export { startGeneratedClusters } from './generate/startGeneratedClusters.ts';
export type {
  GeneratedClusters,
  GeneratedClustersOptions,
} from './generate/startGeneratedClusters.ts';
export type { FinishedBuild } from './generate/GeneratedCluster.ts';
export { startApiServer } from './startApiServer.ts';
export type { ApiServerOptions, RunningApiServer } from './startApiServer.ts';
export { ClusterState } from './state/ClusterState.ts';
export type { Change } from './state/Change.ts';
export type { Clock } from './state/Clock.ts';
export type { KubeObject } from './state/KubeObject.ts';
export { ResourceCatalog } from './state/ResourceCatalog.ts';
export type { ResourceDefinition } from './state/ResourceDefinition.ts';
export type { ResourceId } from './state/ResourceId.ts';
export { systemClock } from './state/systemClock.ts';
export { readRecording } from './recording/readRecording.ts';
export { recordingDirectory } from './recording/recordingDirectory.ts';
export type { Recording, RecordedChange } from './recording/Recording.ts';
export { forgedCopy } from './registry/forgedCopy.ts';
export { imageDigest } from './registry/imageDigest.ts';
export { readRecordedImages } from './registry/readRecordedImages.ts';
export type { RecordedImage } from './registry/RecordedImage.ts';
export { RegistryContent } from './registry/RegistryContent.ts';
export { startRegistry } from './registry/startRegistry.ts';
export { storeImage } from './registry/storeImage.ts';
export { startDemoClusters } from './startDemoClusters.ts';
export type {
  DemoCluster,
  DemoClusters,
  DemoClustersOptions,
  RunningRegistry,
} from './startDemoClusters.ts';
export { World } from './world/World.ts';
