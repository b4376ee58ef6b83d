import type { ObjectMeta } from '../../model/objects/ObjectMeta';

/** What stands between a run and its workload, as far as the archive asks. */
export interface RunOwner {
  readonly meta: ObjectMeta;
  /** Nothing more comes of it. */
  readonly ended: boolean;
}
