/** Where a list in pages goes on. */
export interface ContinueToken {
  /** The version all pages show; -1: whatever is there when it is used, after the first version was forgotten. */
  readonly version: number;
  /** The first key not shown yet: `namespace/name` and a NUL byte. */
  readonly start: string;
}
