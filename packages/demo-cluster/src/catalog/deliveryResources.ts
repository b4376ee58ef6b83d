import type { ResourceDefinition } from '../state/ResourceDefinition.ts';

/** The kinds of Flux source-controller v1.10.1, kapp-controller v0.53.1, Knative Serving v0.46.0 and sigstore policy-controller v0.15.1, with the printer columns of the published CRDs. */
export const deliveryResources: readonly ResourceDefinition[] = [
  {
    group: 'source.toolkit.fluxcd.io',
    versions: ['v1'],
    plural: 'gitrepositories',
    singular: 'gitrepository',
    kind: 'GitRepository',
    namespaced: true,
    shortNames: ['gitrepo'],
    categories: ['all', 'fluxcd', 'fluxcd-sources'],
    subresources: ['status'],
    columns: [
      {
        name: 'URL',
        type: 'string',
        jsonPath: '.spec.url',
      },
      {
        name: 'Age',
        type: 'date',
        jsonPath: '.metadata.creationTimestamp',
      },
      {
        name: 'Ready',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Ready")].status',
      },
      {
        name: 'Status',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Ready")].message',
      },
    ],
    custom: true,
  },
  {
    group: 'kappctrl.k14s.io',
    versions: ['v1alpha1'],
    plural: 'apps',
    singular: 'app',
    kind: 'App',
    namespaced: true,
    categories: ['carvel'],
    subresources: ['status'],
    columns: [
      {
        name: 'Description',
        type: 'string',
        jsonPath: '.status.friendlyDescription',
        description: 'Friendly description',
      },
      {
        name: 'Since-Deploy',
        type: 'date',
        jsonPath: '.status.deploy.startedAt',
        description:
          'Last time app started being deployed. Does not mean anything was changed.',
      },
      {
        name: 'Age',
        type: 'date',
        jsonPath: '.metadata.creationTimestamp',
        description: 'Time since creation',
      },
    ],
    custom: true,
  },
  {
    group: 'serving.knative.dev',
    versions: ['v1'],
    plural: 'services',
    singular: 'service',
    kind: 'Service',
    namespaced: true,
    shortNames: ['kservice', 'ksvc'],
    categories: ['all', 'knative', 'serving'],
    subresources: ['status'],
    columns: [
      {
        name: 'URL',
        type: 'string',
        jsonPath: '.status.url',
      },
      {
        name: 'LatestCreated',
        type: 'string',
        jsonPath: '.status.latestCreatedRevisionName',
      },
      {
        name: 'LatestReady',
        type: 'string',
        jsonPath: '.status.latestReadyRevisionName',
      },
      {
        name: 'Ready',
        type: 'string',
        jsonPath: ".status.conditions[?(@.type=='Ready')].status",
      },
      {
        name: 'Reason',
        type: 'string',
        jsonPath: ".status.conditions[?(@.type=='Ready')].reason",
      },
    ],
    custom: true,
  },
  {
    group: 'policy.sigstore.dev',
    versions: ['v1beta1', 'v1alpha1'],
    plural: 'clusterimagepolicies',
    singular: 'clusterimagepolicy',
    kind: 'ClusterImagePolicy',
    namespaced: false,
    shortNames: ['cip'],
    categories: ['all', 'sigstore'],
    subresources: ['status'],
    custom: true,
  },
  {
    group: 'policy.sigstore.dev',
    versions: ['v1alpha1'],
    plural: 'trustroots',
    singular: 'trustroot',
    kind: 'TrustRoot',
    namespaced: false,
    categories: ['all', 'sigstore'],
    subresources: ['status'],
    custom: true,
  },
];
