/** One line of a container's log, as it is told. */
export interface LogLine {
  /** RFC 3339 as the kubelet wrote it; undefined where it wrote none. */
  readonly at: string | undefined;
  /** Without its newline; what is not UTF-8 as U+FFFD. */
  readonly text: string;
  /** It is the `count`-th line of the log with exactly this time; 0 for a line without a time. */
  readonly count: number;
  /** The container ended without ending its last line. */
  readonly unterminated: boolean;
  /** Bytes of it that are left out at its end; 0 as a rule. */
  readonly cut: number;
}
