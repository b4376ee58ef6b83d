/** Kinds that the controllers act on, by the names that Cartographer's `stampedRef.resource` uses too. */
export const KIND = {
  workload: { group: 'carto.run', plural: 'workloads' },
  deliverable: { group: 'carto.run', plural: 'deliverables' },
  runnable: { group: 'carto.run', plural: 'runnables' },
  image: { group: 'kpack.io', plural: 'images' },
  build: { group: 'kpack.io', plural: 'builds' },
  sourceResolver: { group: 'kpack.io', plural: 'sourceresolvers' },
  builder: { group: 'kpack.io', plural: 'builders' },
  clusterBuilder: { group: 'kpack.io', plural: 'clusterbuilders' },
  clusterStack: { group: 'kpack.io', plural: 'clusterstacks' },
  pod: { group: '', plural: 'pods' },
  event: { group: '', plural: 'events' },
} as const;
