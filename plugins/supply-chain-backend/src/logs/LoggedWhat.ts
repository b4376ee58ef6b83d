/** What wrote a log, as sentences say it. */
export type LoggedWhat = 'build' | 'run';
