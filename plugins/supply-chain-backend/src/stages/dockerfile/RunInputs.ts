/** What a TaskRun was given, as far as one run can be compared with the next. */
export type RunInputs = {
  /** By name; lists and maps as one text. */
  readonly params: ReadonlyMap<string, string>;
  /** Image of each step, by the step's name; with its digest where the pod told it. */
  readonly stepImages: ReadonlyMap<string, string>;
};
