import { runKinds } from '../../logs/runs/runKinds';
import { OF_WORKLOAD } from './OF_WORKLOAD';
import { ownerKind } from './ownerKind';

/** Scans, whose TaskRuns are archived: watched from the first such TaskRun on, as most clusters have none. */
export const scanKinds = {
  SourceScan: ownerKind(runKinds.SourceScan, 'SourceScan', OF_WORKLOAD),
  ImageScan: ownerKind(runKinds.ImageScan, 'ImageScan', OF_WORKLOAD),
  ImageVulnerabilityScan: ownerKind(
    runKinds.ImageVulnerabilityScan,
    'ImageVulnerabilityScan',
    OF_WORKLOAD,
  ),
} as const;
