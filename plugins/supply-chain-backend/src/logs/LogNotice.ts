import type {
  LogBound,
  LogGapCause,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What is told between lines: that some are missing, or that a bound ends the log here. */
export type LogNotice =
  | {
      readonly kind: 'gap';
      readonly because: LogGapCause;
      /** How many, where that is known. */
      readonly lines?: number | undefined;
    }
  | {
      readonly kind: 'limit';
      readonly bound: LogBound;
      readonly most: number;
    };
