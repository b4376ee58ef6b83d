/** What a path names, by the names of its parameters. */
export type Named = Readonly<Record<string, string>>;

/** Things of one team, each with everything that its path names. */
export interface Team {
  readonly workload: Named;
  readonly stage: Named;
  readonly image: Named;
  readonly build: Named;
  /** What their workload stamped. */
  readonly object: Named;
  /** What a stage of their workload ran: a TaskRun that has ended, with its pod. */
  readonly run: Named;
  /** A Builder of their namespace, which their image is built with. */
  readonly builder: Named;
}

export type Thing = keyof Team;
