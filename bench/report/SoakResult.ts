import type { Verdict } from '../parts/compareWithTruth.ts';
import type { machine } from '../support/machine.ts';

export interface SoakSample {
  /** Since churn began. */
  readonly seconds: number;
  /** After a collection. */
  readonly memory: {
    readonly heapUsed: number;
    readonly offHeap: number;
    readonly rss: number;
  };
  /** Open handles and requests of the process by kind: sockets, timers, … */
  readonly resources: Readonly<Record<string, number>>;
  /** That the live copy holds. */
  readonly objects: number;
}

/** All that one soak measured, as it is kept. */
export interface SoakResult {
  readonly at: string;
  readonly minutes: number;
  readonly workloads: number;
  readonly perMinute: number;
  readonly viewers: number;
  readonly machine: ReturnType<typeof machine>;
  readonly before: Omit<SoakSample, 'seconds'>;
  readonly samples: readonly SoakSample[];
  /** With the churn ended, the tabs closed and some time for it. */
  readonly after: Omit<SoakSample, 'seconds'>;
  /** Objects written by the churn. */
  readonly written: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly requests: Readonly<Record<string, number>>;
  /** Until all kinds were fresh after the last fault. */
  readonly settledMs: number;
  readonly streamBreaks: number;
  readonly wrongViews: readonly string[];
  readonly verdict: Verdict;
}
