/**
 * A kind of object by its address. `group` is '' for the core group. Versions of one group and
 * plural share their objects; `version` says in which form they are asked for.
 */
export interface ResourceId {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
}
