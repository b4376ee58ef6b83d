/** A place in one container's log: after the `count`-th line of exactly this time. */
export interface LogPlace {
  readonly at: string;
  readonly count: number;
}
