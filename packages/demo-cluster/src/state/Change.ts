import type { KubeObject } from './KubeObject.ts';
import type { ResourceId } from './ResourceId.ts';

/** One write, as a watcher is told. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly resource: Pick<ResourceId, 'group' | 'plural'>;
  /** As it is now; for DELETED as it was last, with the version of its deletion. */
  readonly object: KubeObject;
  readonly previous?: KubeObject;
  readonly version: number;
  readonly at: number;
}
