/** Buildpacks that are tried together, in this order; the first group that fits is used. */
export type OrderGroup = readonly {
  /** Absent when the spec names a Buildpack object instead. */
  readonly id?: string;
  /** `Buildpack/name` or `ClusterBuildpack/name`. */
  readonly object?: string;
  readonly version?: string;
  readonly optional: boolean;
}[];
