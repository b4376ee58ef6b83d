import type { ResourceDefinition } from '../state/ResourceDefinition.ts';

/** The kinds of TAP's closed scanning and source kinds (schemaless stand-ins), with the printer columns of the published CRDs. */
export const scanningResources: readonly ResourceDefinition[] = [
  {
    group: 'scanning.apps.tanzu.vmware.com',
    versions: ['v1beta1'],
    plural: 'sourcescans',
    singular: 'sourcescan',
    kind: 'SourceScan',
    namespaced: true,
    shortNames: ['ss'],
    subresources: ['status'],
    columns: [
      {
        name: 'Phase',
        type: 'string',
        jsonPath: '.status.phase',
      },
      {
        name: 'ScannedRevision',
        type: 'string',
        jsonPath: '.status.artifact.blob.revision',
      },
      {
        name: 'ScannedRepository',
        type: 'string',
        jsonPath: '.status.artifact.blob.url',
      },
      {
        name: 'Age',
        type: 'date',
        jsonPath: '.metadata.creationTimestamp',
      },
      {
        name: 'Critical',
        type: 'integer',
        jsonPath: '.status.CVECount.critical',
      },
      {
        name: 'High',
        type: 'integer',
        jsonPath: '.status.CVECount.high',
      },
      {
        name: 'Medium',
        type: 'integer',
        jsonPath: '.status.CVECount.medium',
      },
      {
        name: 'Low',
        type: 'integer',
        jsonPath: '.status.CVECount.low',
      },
      {
        name: 'Unknown',
        type: 'integer',
        jsonPath: '.status.CVECount.unknown',
      },
      {
        name: 'CVETotal',
        type: 'integer',
        jsonPath: '.status.CVECount.cvetotal',
      },
    ],
    custom: true,
  },
  {
    group: 'scanning.apps.tanzu.vmware.com',
    versions: ['v1beta1'],
    plural: 'imagescans',
    singular: 'imagescan',
    kind: 'ImageScan',
    namespaced: true,
    shortNames: ['is'],
    subresources: ['status'],
    columns: [
      {
        name: 'Phase',
        type: 'string',
        jsonPath: '.status.phase',
      },
      {
        name: 'ScannedImage',
        type: 'string',
        jsonPath: '.status.artifact.registry.image',
      },
      {
        name: 'Age',
        type: 'date',
        jsonPath: '.metadata.creationTimestamp',
      },
      {
        name: 'Critical',
        type: 'integer',
        jsonPath: '.status.CVECount.critical',
      },
      {
        name: 'High',
        type: 'integer',
        jsonPath: '.status.CVECount.high',
      },
      {
        name: 'Medium',
        type: 'integer',
        jsonPath: '.status.CVECount.medium',
      },
      {
        name: 'Low',
        type: 'integer',
        jsonPath: '.status.CVECount.low',
      },
      {
        name: 'Unknown',
        type: 'integer',
        jsonPath: '.status.CVECount.unknown',
      },
      {
        name: 'CVETotal',
        type: 'integer',
        jsonPath: '.status.CVECount.cvetotal',
      },
    ],
    custom: true,
  },
  {
    group: 'scanning.apps.tanzu.vmware.com',
    versions: ['v1beta1'],
    plural: 'scantemplates',
    singular: 'scantemplate',
    kind: 'ScanTemplate',
    namespaced: true,
    subresources: ['status'],
    columns: [
      {
        name: 'Age',
        type: 'date',
        jsonPath: '.metadata.creationTimestamp',
      },
    ],
    custom: true,
  },
  {
    group: 'scanning.apps.tanzu.vmware.com',
    versions: ['v1beta1'],
    plural: 'scanpolicies',
    singular: 'scanpolicy',
    kind: 'ScanPolicy',
    namespaced: true,
    subresources: ['status'],
    columns: [
      {
        name: 'Age',
        type: 'date',
        jsonPath: '.metadata.creationTimestamp',
      },
    ],
    custom: true,
  },
  {
    group: 'app-scanning.apps.tanzu.vmware.com',
    versions: ['v1alpha1'],
    plural: 'imagevulnerabilityscans',
    singular: 'imagevulnerabilityscan',
    kind: 'ImageVulnerabilityScan',
    namespaced: true,
    shortNames: ['ivs'],
    subresources: ['status'],
    columns: [
      {
        name: 'ScanResult',
        type: 'string',
        jsonPath: '.status.scanResult',
      },
      {
        name: 'Status',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Succeeded")].status',
      },
      {
        name: 'Reason',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Succeeded")].reason',
      },
      {
        name: 'Age',
        type: 'date',
        jsonPath: '.metadata.creationTimestamp',
      },
    ],
    custom: true,
  },
  {
    group: 'source.apps.tanzu.vmware.com',
    versions: ['v1alpha1'],
    plural: 'imagerepositories',
    singular: 'imagerepository',
    kind: 'ImageRepository',
    namespaced: true,
    shortNames: ['imgrepo'],
    subresources: ['status'],
    columns: [
      {
        name: 'Image',
        type: 'string',
        jsonPath: '.spec.image',
      },
      {
        name: 'URL',
        type: 'string',
        jsonPath: '.status.url',
      },
      {
        name: 'Ready',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Ready")].status',
      },
      {
        name: 'Reason',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Ready")].reason',
      },
      {
        name: 'Age',
        type: 'date',
        jsonPath: '.metadata.creationTimestamp',
      },
    ],
    custom: true,
  },
];
