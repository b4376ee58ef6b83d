/** What following one container's log may cost at most; whoever runs the backend may set it. */
export interface LogBounds {
  /** Of text. */
  readonly bytes: number;
  readonly lines: number;
  /** Of keeping the connection to the cluster open. */
  readonly seconds: number;
}

/**
 * More than a page can show well is no help to anybody: the download has the rest. A kubelet keeps 10 MiB of a log unless
 * told otherwise, so that only a log that is followed while it grows gets there. A build that runs for a day is stuck.
 */
export const LOG_BOUNDS: LogBounds = {
  bytes: 256 * 1024 * 1024,
  lines: 2_000_000,
  seconds: 24 * 60 * 60,
};
