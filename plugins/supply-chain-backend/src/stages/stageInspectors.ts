import { configMap } from './kinds/configMap';
import { gitRepository } from './kinds/gitRepository';
import { imageRepository } from './kinds/imageRepository';
import { imageScan } from './kinds/imageScan';
import { imageVulnerabilityScan } from './kinds/imageVulnerabilityScan';
import { mavenArtifact } from './kinds/mavenArtifact';
import { podIntent, tapPodIntent } from './kinds/podIntent';
import { runnable } from './kinds/runnable';
import { sourceScan } from './kinds/sourceScan';
import { pipelineRun, taskRun } from './kinds/tektonRun';
import type { StageInspector } from './StageInspector';

/** The kinds that are known. An integrator's inspector of the same kind goes before ours. */
export const stageInspectors: readonly StageInspector[] = [
  configMap,
  gitRepository,
  imageRepository,
  imageScan,
  imageVulnerabilityScan,
  mavenArtifact,
  pipelineRun,
  podIntent,
  runnable,
  sourceScan,
  tapPodIntent,
  taskRun,
];
