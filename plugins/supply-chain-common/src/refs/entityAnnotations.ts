/** Annotations of catalog entities that say which workloads they are about. */
export const entityAnnotations = {
  workloadName: 'carto.run/workload-name',
  labelSelector: 'backstage.io/kubernetes-label-selector',
  id: 'backstage.io/kubernetes-id',
  namespace: 'backstage.io/kubernetes-namespace',
  cluster: 'backstage.io/kubernetes-cluster',
} as const;
