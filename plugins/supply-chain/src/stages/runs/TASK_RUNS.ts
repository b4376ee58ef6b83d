/** A run of one task is its TaskRun; of several, each has a log of its own. */
export const TASK_RUNS = 'taskruns.tekton.dev';
