import type {
  ApiError,
  LogBound,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { AllRows } from './engine/AllRows';
import { Gaps } from './engine/Gaps';
import { LogBuffer } from './engine/LogBuffer';
import { StyleCheckpoints } from './engine/StyleCheckpoints';

/** What is known of the log of one step. Grows in place; whoever shows it is told by BuildLogs. */
export class StepLog {
  readonly buffer = new LogBuffer();
  readonly gaps = new Gaps();
  readonly rows = new AllRows(this.buffer, this.gaps);
  readonly styles = new StyleCheckpoints(this.buffer);
  /** Nothing more will come. */
  ended = false;
  /** It is not followed any further: it has more than this. */
  limit: { readonly bound: LogBound; readonly most: number } | undefined;
  /** Bytes of lines that were left out on the way here, by line. */
  readonly cut = new Map<number, number>();
  /** Why it cannot be read, or not to its end. */
  error: ApiError | undefined;
}
