/**
 * Objects of a kind that is not always watched: one by its name, those of a selector, or all where there are few. Only what
 * a workload stamped may be asked for, or what belongs to that: whoever may see the workload may see these, and no others.
 */
export type StampedQuery = {
  readonly cluster: string;
  readonly resource: {
    /** `''` for the core group. */
    readonly group: string;
    readonly version: string;
    readonly plural: string;
  };
  /** Absent for kinds of the whole cluster. */
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  readonly labelSelector?: string | undefined;
  /** Of events: what they are about. */
  readonly about?: { readonly kind: string; readonly name: string } | undefined;
};
