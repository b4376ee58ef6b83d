import type { ResourceDefinition } from '../state/ResourceDefinition.ts';

/** The kinds of Tekton Pipelines v0.70.0, with the printer columns of the published CRDs. */
export const tektonResources: readonly ResourceDefinition[] = [
  {
    group: 'tekton.dev',
    versions: ['v1', 'v1beta1'],
    plural: 'pipelines',
    singular: 'pipeline',
    kind: 'Pipeline',
    namespaced: true,
    categories: ['tekton', 'tekton-pipelines'],
    subresources: ['status'],
    custom: true,
  },
  {
    group: 'tekton.dev',
    versions: ['v1', 'v1beta1'],
    plural: 'pipelineruns',
    singular: 'pipelinerun',
    kind: 'PipelineRun',
    namespaced: true,
    shortNames: ['pr', 'prs'],
    categories: ['tekton', 'tekton-pipelines'],
    subresources: ['status'],
    columns: [
      {
        name: 'Succeeded',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Succeeded")].status',
      },
      {
        name: 'Reason',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Succeeded")].reason',
      },
      {
        name: 'StartTime',
        type: 'date',
        jsonPath: '.status.startTime',
      },
      {
        name: 'CompletionTime',
        type: 'date',
        jsonPath: '.status.completionTime',
      },
    ],
    custom: true,
  },
  {
    group: 'tekton.dev',
    versions: ['v1', 'v1beta1'],
    plural: 'tasks',
    singular: 'task',
    kind: 'Task',
    namespaced: true,
    categories: ['tekton', 'tekton-pipelines'],
    subresources: ['status'],
    custom: true,
  },
  {
    group: 'tekton.dev',
    versions: ['v1', 'v1beta1'],
    plural: 'taskruns',
    singular: 'taskrun',
    kind: 'TaskRun',
    namespaced: true,
    shortNames: ['tr', 'trs'],
    categories: ['tekton', 'tekton-pipelines'],
    subresources: ['status'],
    columns: [
      {
        name: 'Succeeded',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Succeeded")].status',
      },
      {
        name: 'Reason',
        type: 'string',
        jsonPath: '.status.conditions[?(@.type=="Succeeded")].reason',
      },
      {
        name: 'StartTime',
        type: 'date',
        jsonPath: '.status.startTime',
      },
      {
        name: 'CompletionTime',
        type: 'date',
        jsonPath: '.status.completionTime',
      },
    ],
    custom: true,
  },
];
