/** Annotations of catalog entities that say which workloads they are about, or which kpack Images that have none. */
export const entityAnnotations = {
  workloadName: 'carto.run/workload-name',
  /** The label that kpack puts on the builds of an Image. */
  imageName: 'image.kpack.io/image',
  labelSelector: 'backstage.io/kubernetes-label-selector',
  id: 'backstage.io/kubernetes-id',
  namespace: 'backstage.io/kubernetes-namespace',
  cluster: 'backstage.io/kubernetes-cluster',
} as const;
