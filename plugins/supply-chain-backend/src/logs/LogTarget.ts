/** One container of one pod. */
export interface LogTarget {
  readonly cluster: string;
  readonly namespace: string;
  readonly pod: string;
  /** Of the pod: after a deletion another pod may have its name. */
  readonly uid: string | undefined;
  readonly container: string;
}
