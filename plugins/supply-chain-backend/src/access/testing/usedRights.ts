/** The one right to write. */
export const TRIGGER = 'patch builds.kpack.io';

/** Read when somebody looks at what a build produced. */
export const POLICIES = ['list', 'watch'].map(
  verb => `${verb} clusterimagepolicies.policy.sigstore.dev`,
);

const stageOf = (workload: string, stage: string) =>
  `/v1/workloads/build/${workload}/stages/${stage}`;

/** What stages stamp, or is behind it, and a stage that shows it; no recorded workload has a MavenArtifact. */
export const STAGE_KINDS: Readonly<Record<string, string | undefined>> = {
  configmaps: stageOf('storefront/payments', 'app-config'),
  'runnables.carto.run': stageOf('storefront/payments', 'config-writer'),
  'taskruns.tekton.dev': stageOf('storefront/checkout', 'config-writer'),
  'pipelineruns.tekton.dev': stageOf('backoffice/pricing', 'source-tester'),
  'gitrepositories.source.toolkit.fluxcd.io': stageOf(
    'storefront/payments',
    'source-provider',
  ),
  'imagerepositories.source.apps.tanzu.vmware.com': stageOf(
    'backoffice/kiosk',
    'image-provider',
  ),
  'mavenartifacts.source.apps.tanzu.vmware.com': undefined,
  'podintents.conventions.carto.run': stageOf(
    'storefront/payments',
    'config-provider',
  ),
  'sourcescans.scanning.apps.tanzu.vmware.com': stageOf(
    'storefront/checkout',
    'source-scanner',
  ),
  'imagescans.scanning.apps.tanzu.vmware.com': stageOf(
    'storefront/checkout',
    'image-scanner',
  ),
  'scanpolicies.scanning.apps.tanzu.vmware.com': stageOf(
    'backoffice/tax',
    'source-scanner',
  ),
  'imagevulnerabilityscans.app-scanning.apps.tanzu.vmware.com': stageOf(
    'backoffice/reports',
    'image-scanner',
  ),
  // On the run cluster, which keeps the whole role here.
  'apps.kappctrl.k14s.io': undefined,
  'kustomizations.kustomize.toolkit.fluxcd.io': undefined,
  'services.serving.knative.dev': undefined,
  'httproutes.gateway.networking.k8s.io': undefined,
  'ingresses.networking.k8s.io': undefined,
};

/** Read by name when somebody looks; of what may not be watched, they are lists again and again. */
export const ON_DEMAND = [...Object.keys(STAGE_KINDS), 'events'].flatMap(
  resource => ['list', 'watch'].map(verb => `${verb} ${resource}`),
);
