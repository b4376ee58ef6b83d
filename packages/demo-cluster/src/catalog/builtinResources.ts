import type { ResourceDefinition } from '../state/ResourceDefinition.ts';

/** In the order in which the API server's discovery has them; namespaces alone cannot be deleted as a collection. */
const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

type Extras = Partial<
  Pick<
    ResourceDefinition,
    'shortNames' | 'categories' | 'subresources' | 'verbs' | 'storedAs'
  >
>;

function kind(
  groupVersion: string,
  name: string,
  plural: string,
  scope: 'namespaced' | 'cluster',
  extras: Extras = {},
): ResourceDefinition {
  const [group, version] = groupVersion.includes('/')
    ? groupVersion.split('/')
    : ['', groupVersion];
  return {
    group: group ?? '',
    versions: [version ?? 'v1'],
    plural,
    singular: name.toLowerCase(),
    kind: name,
    namespaced: scope === 'namespaced',
    verbs: VERBS,
    custom: false,
    ...extras,
  };
}

const STATUS = ['status'];

/**
 * Kinds that come with Kubernetes: those that recordings hold, that RBAC needs, and that common
 * clients (kubectl get all, the Backstage kubernetes plugin) list whether or not there are any.
 */
export const builtinResources: readonly ResourceDefinition[] = [
  kind('v1', 'ConfigMap', 'configmaps', 'namespaced', { shortNames: ['cm'] }),
  kind('v1', 'Endpoints', 'endpoints', 'namespaced', { shortNames: ['ep'] }),
  kind('v1', 'Event', 'events', 'namespaced', { shortNames: ['ev'] }),
  kind('v1', 'LimitRange', 'limitranges', 'namespaced', {
    shortNames: ['limits'],
  }),
  kind('v1', 'Namespace', 'namespaces', 'cluster', {
    shortNames: ['ns'],
    subresources: STATUS,
    verbs: VERBS.filter(verb => verb !== 'deletecollection'),
  }),
  kind('v1', 'Node', 'nodes', 'cluster', {
    shortNames: ['no'],
    subresources: STATUS,
  }),
  kind('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', 'namespaced', {
    shortNames: ['pvc'],
    subresources: STATUS,
  }),
  kind('v1', 'Pod', 'pods', 'namespaced', {
    shortNames: ['po'],
    categories: ['all'],
    subresources: ['log', 'status'],
  }),
  kind('v1', 'ResourceQuota', 'resourcequotas', 'namespaced', {
    shortNames: ['quota'],
    subresources: STATUS,
  }),
  kind('v1', 'Secret', 'secrets', 'namespaced'),
  kind('v1', 'ServiceAccount', 'serviceaccounts', 'namespaced', {
    shortNames: ['sa'],
  }),
  kind('v1', 'Service', 'services', 'namespaced', {
    shortNames: ['svc'],
    categories: ['all'],
    subresources: STATUS,
  }),
  kind('apps/v1', 'DaemonSet', 'daemonsets', 'namespaced', {
    shortNames: ['ds'],
    categories: ['all'],
    subresources: STATUS,
  }),
  kind('apps/v1', 'Deployment', 'deployments', 'namespaced', {
    shortNames: ['deploy'],
    categories: ['all'],
    subresources: STATUS,
  }),
  kind('apps/v1', 'ReplicaSet', 'replicasets', 'namespaced', {
    shortNames: ['rs'],
    categories: ['all'],
    subresources: STATUS,
  }),
  kind('apps/v1', 'StatefulSet', 'statefulsets', 'namespaced', {
    shortNames: ['sts'],
    categories: ['all'],
    subresources: STATUS,
  }),
  kind('events.k8s.io/v1', 'Event', 'events', 'namespaced', {
    shortNames: ['ev'],
    storedAs: { group: '', plural: 'events' },
  }),
  kind(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    'namespaced',
    {
      shortNames: ['hpa'],
      categories: ['all'],
      subresources: STATUS,
    },
  ),
  kind('batch/v1', 'CronJob', 'cronjobs', 'namespaced', {
    shortNames: ['cj'],
    categories: ['all'],
    subresources: STATUS,
  }),
  kind('batch/v1', 'Job', 'jobs', 'namespaced', {
    categories: ['all'],
    subresources: STATUS,
  }),
  kind('networking.k8s.io/v1', 'Ingress', 'ingresses', 'namespaced', {
    shortNames: ['ing'],
    subresources: STATUS,
  }),
  kind(
    'rbac.authorization.k8s.io/v1',
    'ClusterRoleBinding',
    'clusterrolebindings',
    'cluster',
  ),
  kind(
    'rbac.authorization.k8s.io/v1',
    'ClusterRole',
    'clusterroles',
    'cluster',
  ),
  kind(
    'rbac.authorization.k8s.io/v1',
    'RoleBinding',
    'rolebindings',
    'namespaced',
  ),
  kind('rbac.authorization.k8s.io/v1', 'Role', 'roles', 'namespaced'),
  kind(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'customresourcedefinitions',
    'cluster',
    {
      shortNames: ['crd', 'crds'],
      categories: ['api-extensions'],
      subresources: STATUS,
    },
  ),
];
