import type { LogLine } from './LogLine';
import type { LogNotice } from './LogNotice';

/** What is told of a log, in its order. */
export type LogEntry = LogLine | LogNotice;
