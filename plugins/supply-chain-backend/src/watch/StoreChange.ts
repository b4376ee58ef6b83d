/** What a change of a store touched; both lists are empty when nothing has changed. */
export interface StoreChange {
  /** `namespace/name`, or `name` of cluster-wide objects; each once. */
  readonly keys: readonly string[];
  /** `index` + newline + `key` of every index entry that a changed object had before or has now; each once. */
  readonly indexed: readonly string[];
}
