/** What tells one generated workload from the next. Everything else it shares with the recorded one it is made from. */
export interface Particulars {
  readonly name: string;
  readonly namespace: string;
  /** What its uids, digests and commits are derived from. */
  readonly salt: string;
  /** Number of its newest image build. */
  readonly build: number;
  /** Whole seconds from the recording's time to that of the newest build. */
  readonly shiftSeconds: number;
  /** The same for what was created once and only changes since. */
  readonly bornShiftSeconds: number;
}
