import type { StampedQuery } from '../../model/StampedQuery';

type Resource = StampedQuery['resource'];

export type RunKind = 'TaskRun' | 'PipelineRun' | ScanKind;

/** Scans of TAP, which have Tekton run them. */
export type ScanKind = 'SourceScan' | 'ImageScan' | 'ImageVulnerabilityScan';

const TEKTON = { group: 'tekton.dev', version: 'v1' };
const SCANNING = {
  group: 'scanning.apps.tanzu.vmware.com',
  version: 'v1beta1',
};
const APP_SCANNING = {
  group: 'app-scanning.apps.tanzu.vmware.com',
  version: 'v1alpha1',
};

/** The kinds of which there are logs. */
export const runKinds: Readonly<Record<RunKind, Resource>> = {
  TaskRun: { ...TEKTON, plural: 'taskruns' },
  PipelineRun: { ...TEKTON, plural: 'pipelineruns' },
  SourceScan: { ...SCANNING, plural: 'sourcescans' },
  ImageScan: { ...SCANNING, plural: 'imagescans' },
  ImageVulnerabilityScan: {
    ...APP_SCANNING,
    plural: 'imagevulnerabilityscans',
  },
};
