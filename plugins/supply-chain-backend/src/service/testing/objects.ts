/** Small objects of the kinds that are watched, with what views are derived from. */
export const objects = {
  /** A stage that finds the source, one that builds an Image of the same name, and one that stamps a Deliverable. */
  workload: (
    namespace: string,
    name: string,
    { chain = 'chain', labels = {}, healthy = 'True' } = {},
  ) => ({
    metadata: {
      ...{ namespace, name, labels, generation: 1 },
      creationTimestamp: '2030-01-01T00:00:00Z',
    },
    spec: { source: { git: { url: 'https://git.example/it' } } },
    status: {
      observedGeneration: 1,
      supplyChainRef: { kind: 'ClusterSupplyChain', name: chain },
      conditions: [condition('Ready', healthy)],
      resources: [
        {
          name: 'source-provider',
          stampedRef: stamped('source.example/v1', 'GitRepository', name),
          outputs: [{ name: 'revision', preview: 'main/abc\n' }],
          conditions: [condition('Healthy', 'True')],
        },
        {
          name: 'image-provider',
          stampedRef: stamped('kpack.io/v1alpha2', 'Image', name),
          inputs: [{ name: 'source-provider' }],
          outputs: [{ name: 'image', preview: 'registry.example/it:1\n' }],
          conditions: [condition('Healthy', healthy)],
        },
        {
          name: 'deliverable',
          stampedRef: stamped('carto.run/v1alpha1', 'Deliverable', name),
          inputs: [{ name: 'image-provider' }],
          conditions: [condition('Healthy', 'True')],
        },
      ],
    },
  }),

  /** No chain selects it. */
  orphan: (namespace: string, name: string) => ({
    metadata: { namespace, name, labels: { type: 'odd' }, generation: 1 },
    spec: {},
    status: {
      conditions: [
        {
          ...condition('SupplyChainReady', 'False'),
          reason: 'SupplyChainNotFound',
        },
      ],
    },
  }),

  chain: (name: string, stages: readonly string[]) => ({
    metadata: { name },
    spec: {
      selector: { type: stages[0] ?? 'web' },
      resources: stages.map(stage => ({
        name: stage,
        templateRef: { kind: 'ClusterTemplate', name: stage },
      })),
    },
  }),

  image: (namespace: string, name: string, latestImage?: string) => ({
    metadata: {
      ...{ namespace, name },
      ownerReferences: [{ kind: 'Workload', name, uid: 'u' }],
    },
    spec: { tag: 'registry.example/it', builder: { name: 'base' } },
    status: { latestImage, conditions: [condition('Ready', 'True')] },
  }),

  /** What each `image` is built with. */
  builder: (ready: string) => ({
    metadata: { name: 'base' },
    status: { conditions: [condition('Ready', ready)] },
  }),

  /** Under way without a status of `succeeded`. */
  build: (
    namespace: string,
    image: string,
    number: number,
    succeeded?: 'True' | 'False',
  ) => ({
    metadata: {
      ...{ namespace, name: `${image}-${number}` },
      creationTimestamp: `2030-01-01T0${number}:00:00Z`,
      labels: {
        'image.kpack.io/image': image,
        'image.kpack.io/buildNumber': String(number),
      },
      annotations: { 'image.kpack.io/reason': 'COMMIT' },
    },
    spec: { tags: [`registry.example/it:${number}`] },
    status: {
      latestImage: `registry.example/it@sha256:${number}`,
      conditions: succeeded ? [condition('Succeeded', succeeded)] : [],
    },
  }),

  pod: (
    namespace: string,
    build: string,
    state: 'waiting' | 'running' | 'pulling',
  ) => ({
    metadata: {
      ...{ namespace, name: `${build}-pod` },
      labels: { 'kpack.io/build': build },
    },
    spec: { initContainers: [{ name: 'detect' }, { name: 'build' }] },
    status: {
      initContainerStatuses: [
        {
          name: 'detect',
          state: {
            waiting: { waiting: { reason: 'PodInitializing' } },
            running: { running: { startedAt: '2030-01-01T09:00:00Z' } },
            pulling: { waiting: { reason: 'ImagePullBackOff' } },
          }[state],
        },
      ],
    },
  }),

  deliverable: (namespace: string, name: string, healthy: string) => ({
    metadata: { namespace, name },
    status: {
      conditions: [condition('Ready', healthy)],
      resources: [
        {
          name: 'deployer',
          stampedRef: stamped('kappctrl.k14s.io/v1alpha1', 'App', name),
          outputs: [{ name: 'revision', preview: 'main/def\n' }],
          conditions: [condition('Healthy', healthy)],
        },
      ],
    },
  }),
};

function condition(type: string, status: string) {
  return {
    ...{ type, status, reason: 'Because', message: `it is ${status}` },
    lastTransitionTime: '2030-01-01T00:00:00Z',
  };
}

function stamped(apiVersion: string, kind: string, name: string) {
  return { apiVersion, kind, name };
}
