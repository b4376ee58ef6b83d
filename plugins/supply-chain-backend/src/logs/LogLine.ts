/** One line of a container's log. */
export interface LogLine {
  /** RFC 3339 as the kubelet wrote it; the line before's when this one has none, undefined when there is none before. */
  readonly at: string | undefined;
  /** Without its newline; what is not UTF-8 as U+FFFD. */
  readonly text: string;
  /** It is the `count`-th line of the log with exactly this time; 0 for a line without a time of its own. */
  readonly count: number;
  /** The container ended without ending its last line. */
  readonly unterminated: boolean;
}
