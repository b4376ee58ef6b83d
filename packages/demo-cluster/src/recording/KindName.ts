/** A kind by plural and group, as the recording's file names have it. '' is the core group. */
export interface KindName {
  readonly group: string;
  readonly plural: string;
}
