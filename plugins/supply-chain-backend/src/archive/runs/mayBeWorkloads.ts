import type { ObjectMeta } from '../../model/objects/ObjectMeta';

/** On all that comes of an ImageVulnerabilityScan. */
const OF_SCAN = 'imagevulnerabilityscan';

/** What Cartographer stamps, and scans, have labels; what these make without labels has them as its owner. */
const OWNERS: ReadonlySet<string> = new Set([
  ...['Workload', 'Runnable'],
  ...['SourceScan', 'ImageScan', 'ImageVulnerabilityScan'],
]);

/**
 * Whether a run, or what stands between it and a workload, may belong to one. Clusters run much else with Tekton, of which
 * nothing is kept but that it is there. Tekton hands labels on, from a PipelineRun to its TaskRuns.
 */
export function mayBeWorkloads({ labels, owners }: ObjectMeta): boolean {
  return (
    owners.some(({ kind }) => OWNERS.has(kind)) ||
    Object.keys(labels).some(
      key => key === OF_SCAN || key.startsWith('carto.run/'),
    )
  );
}
