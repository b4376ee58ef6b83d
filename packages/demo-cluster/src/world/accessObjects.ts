import type { KubeObject } from '../state/KubeObject.ts';
import type { KindName } from '../recording/KindName.ts';

const RBAC = 'rbac.authorization.k8s.io';
const READ = ['get', 'list', 'watch'];

/** Which rule lets a user read what; `recordings/http/clusterrole.yaml` of the recordings is the first part. */
const SUPPLY_CHAIN_RULES = [
  rule('carto.run', [
    ...['workloads', 'deliverables', 'runnables'],
    ...['clustersupplychains', 'clusterdeliveries'],
  ]),
  rule('kpack.io', [
    ...['images', 'builds', 'builders', 'clusterbuilders', 'clusterstacks'],
    ...['clusterstores', 'clusterlifecycles'],
  ]),
  // As `kp image trigger` asks for a rebuild.
  rule('kpack.io', ['builds'], ['patch']),
  rule('', ['pods', 'events', 'configmaps']),
  rule('', ['pods/log'], ['get']),
];

/** What stages stamp: read by name when somebody opens such a stage. */
const STAGE_RULES = [
  rule('carto.run', [
    ...['clustersourcetemplates', 'clusterimagetemplates'],
    ...['clusterconfigtemplates', 'clustertemplates', 'clusterruntemplates'],
    'clusterdeploymenttemplates',
  ]),
  rule('kpack.io', ['sourceresolvers', 'buildpacks', 'clusterbuildpacks']),
  rule('tekton.dev', ['taskruns', 'pipelineruns']),
  rule('source.toolkit.fluxcd.io', ['gitrepositories']),
  rule('source.apps.tanzu.vmware.com', ['imagerepositories', 'mavenartifacts']),
  rule('conventions.carto.run', ['podintents']),
  rule('scanning.apps.tanzu.vmware.com', [
    ...['sourcescans', 'imagescans', 'scanpolicies'],
  ]),
  rule('app-scanning.apps.tanzu.vmware.com', ['imagevulnerabilityscans']),
  rule('policy.sigstore.dev', ['clusterimagepolicies']),
  rule('kappctrl.k14s.io', ['apps']),
  rule('kustomize.toolkit.fluxcd.io', ['kustomizations']),
  rule('serving.knative.dev', ['services']),
  rule('gateway.networking.k8s.io', ['httproutes']),
  rule('networking.k8s.io', ['ingresses']),
];

/** A namespaced Role that knows the workloads and their images, but neither Builds nor logs. */
const LIMITED_RULES = [
  rule('carto.run', ['workloads', 'deliverables', 'runnables']),
  rule('kpack.io', ['images']),
  rule('', ['pods']),
];

/** The Roles and bindings of the users above; `limited` has the first namespace with workloads, whatever it is called. */
export function accessObjects(
  limitedNamespace: string | undefined,
): { resource: KindName; object: KubeObject }[] {
  return [
    role('supply-chain-view', SUPPLY_CHAIN_RULES),
    role('supply-chain-view-stages', STAGE_RULES),
    binding('supply-chain-view', 'backstage'),
    binding('supply-chain-view-stages', 'backstage'),
    ...(limitedNamespace === undefined
      ? []
      : [
          role('limited', LIMITED_RULES, limitedNamespace),
          binding('limited', 'limited', limitedNamespace),
        ]),
  ];
}

function rule(group: string, resources: readonly string[], verbs = READ) {
  return { apiGroups: [group], resources, verbs };
}

function role(name: string, rules: readonly object[], namespace?: string) {
  return {
    resource: {
      group: RBAC,
      plural: namespace ? 'roles' : 'clusterroles',
    },
    object: {
      apiVersion: `${RBAC}/v1`,
      kind: namespace ? 'Role' : 'ClusterRole',
      metadata: { name, ...(namespace && { namespace }) },
      rules,
    },
  };
}

function binding(roleName: string, user: string, namespace?: string) {
  return {
    resource: {
      group: RBAC,
      plural: namespace ? 'rolebindings' : 'clusterrolebindings',
    },
    object: {
      apiVersion: `${RBAC}/v1`,
      kind: namespace ? 'RoleBinding' : 'ClusterRoleBinding',
      metadata: {
        name: `${roleName}:${user}`,
        ...(namespace && { namespace }),
      },
      roleRef: {
        apiGroup: RBAC,
        kind: namespace ? 'Role' : 'ClusterRole',
        name: roleName,
      },
      subjects: [{ kind: 'User', apiGroup: RBAC, name: user }],
    },
  };
}
