import { assertNever } from './assertNever';
import type { BuilderRef } from './refs/BuilderRef';
import type { ObjectRef } from './refs/ObjectRef';

const path = (ref: ObjectRef) =>
  [ref.cluster, ref.namespace, ref.name].map(encodeURIComponent).join('/');

function builderPath(ref: BuilderRef): string {
  switch (ref.kind) {
    case 'ClusterBuilder':
      return [ref.cluster, ref.kind, ref.name]
        .map(encodeURIComponent)
        .join('/');
    case 'Builder':
      return [ref.cluster, ref.kind, ref.namespace, ref.name]
        .map(encodeURIComponent)
        .join('/');
    default:
      return assertNever(ref);
  }
}

/** Paths below the plugin's base URL (`/api/supply-chain`), each segment encoded. */
export const apiPaths = {
  clusters: () => '/v1/clusters',
  workloads: () => '/v1/workloads',
  workload: (ref: ObjectRef) => `/v1/workloads/${path(ref)}`,
  stage: (ref: ObjectRef, stage: string) =>
    `/v1/workloads/${path(ref)}/stages/${encodeURIComponent(stage)}`,
  stageTrust: (workload: ObjectRef, stage: string) =>
    `/v1/workloads/${path(workload)}/stages/${encodeURIComponent(stage)}/trust`,
  delivery: (workload: ObjectRef) => `/v1/workloads/${path(workload)}/delivery`,
  images: () => '/v1/images',
  image: (ref: ObjectRef) => `/v1/images/${path(ref)}`,
  builders: () => '/v1/builders',
  builder: (ref: BuilderRef) => `/v1/builders/${builderPath(ref)}`,
  builds: (image: ObjectRef) => `/v1/images/${path(image)}/builds`,
  build: (ref: ObjectRef) => `/v1/builds/${path(ref)}`,
  trust: (ref: ObjectRef) => `/v1/builds/${path(ref)}/trust`,
  compare: (ref: ObjectRef) => `/v1/builds/${path(ref)}/compare`,
  trigger: (ref: ObjectRef) => `/v1/builds/${path(ref)}/trigger`,
  logs: (ref: ObjectRef) => `/v1/builds/${path(ref)}/logs`,
  /** `resource` is `plural.group`. */
  runLogs: ({ cluster, namespace, name }: ObjectRef, resource: string) =>
    `/v1/runs/${[cluster, namespace, resource, name]
      .map(encodeURIComponent)
      .join('/')}/logs`,
  /** `resource` is `plural.group`. */
  object: ({ cluster, namespace, name }: ObjectRef, resource: string) =>
    `/v1/objects/${[cluster, namespace, resource, name]
      .map(encodeURIComponent)
      .join('/')}`,
  stream: () => '/v1/stream',
  poll: () => '/v1/poll',
} as const;
