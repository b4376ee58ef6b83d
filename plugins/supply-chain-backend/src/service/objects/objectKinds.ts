import type { StampedQuery } from '../../model/StampedQuery';

type Resource = StampedQuery['resource'];

/** A kind with how it is asked for. */
export type ObjectKind = Resource & { readonly kind: string };

/**
 * Kinds that are found by name alone, and climbed through to whose an object is. All others are found through the workload
 * that stamped them, which says their version.
 */
const KINDS: readonly ObjectKind[] = [
  of('Workload', 'carto.run', 'v1alpha1', 'workloads'),
  of('Deliverable', 'carto.run', 'v1alpha1', 'deliverables'),
  of('Runnable', 'carto.run', 'v1alpha1', 'runnables'),
  of('Image', 'kpack.io', 'v1alpha2', 'images'),
  of('Build', 'kpack.io', 'v1alpha2', 'builds'),
  of('TaskRun', 'tekton.dev', 'v1', 'taskruns'),
  of('PipelineRun', 'tekton.dev', 'v1', 'pipelineruns'),
  of('Pod', '', 'v1', 'pods'),
  of('SourceScan', 'scanning.apps.tanzu.vmware.com', 'v1beta1', 'sourcescans'),
  of('ImageScan', 'scanning.apps.tanzu.vmware.com', 'v1beta1', 'imagescans'),
  of(
    'ImageVulnerabilityScan',
    'app-scanning.apps.tanzu.vmware.com',
    'v1alpha1',
    'imagevulnerabilityscans',
  ),
];

function of(kind: string, group: string, version: string, plural: string) {
  return { kind, group, version, plural };
}

export const objectKinds = {
  /** By `plural.group`. */
  byResource: (resource: string): ObjectKind | undefined =>
    KINDS.find(each => nameOf(each) === resource),
  /** By the kind of an owner reference. */
  byKind: (kind: string): ObjectKind | undefined =>
    KINDS.find(each => each.kind === kind),
};

function nameOf({ group, plural }: Resource): string {
  return group === '' ? plural : `${plural}.${group}`;
}
