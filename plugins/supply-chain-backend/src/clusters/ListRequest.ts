import type { ResourceId } from './ResourceId';

/** What to list or watch. Without a namespace: in all of them. */
export interface ListRequest {
  readonly cluster: string;
  readonly resource: ResourceId;
  readonly namespace?: string | undefined;
  readonly labelSelector?: string | undefined;
  readonly fieldSelector?: string | undefined;
}
