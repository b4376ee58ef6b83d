import type { ResourceId } from './ResourceId';

/** One object; without a namespace a cluster-wide one. */
export interface ObjectRequest {
  readonly cluster: string;
  readonly resource: ResourceId;
  readonly namespace?: string | undefined;
  readonly name: string;
}
