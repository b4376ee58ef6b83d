/** The run that a TaskRun is a part of, which has a log of its own: that of its TaskRuns. */
export interface WholeRun {
  /** `plural.group`: of a PipelineRun, or of a scan. */
  readonly resource: string;
  readonly name: string;
  readonly uid: string;
  /** Which task of its pipeline the TaskRun is. */
  readonly task?: string | undefined;
}
