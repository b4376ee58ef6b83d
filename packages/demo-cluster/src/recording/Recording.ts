import type { KubeObject } from '../state/KubeObject.ts';
import type { KindName } from './KindName.ts';

/** All objects of a kind as one list gave them. */
export interface RecordedKind extends KindName {
  readonly version: string;
  readonly kind: string;
  readonly objects: readonly KubeObject[];
}

/** One event of a watch, or an object of the first list (type `LISTED`). */
export interface RecordedChange {
  /** When it arrived, in ms since the epoch. */
  readonly at: number;
  /** Order of the writes; one counter for the whole cluster, so it orders across kinds. */
  readonly version: number;
  readonly type: 'LISTED' | 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly resource: KindName;
  readonly object: KubeObject;
}

/** One container's log file, or the answer that came instead. */
export interface RecordedLog {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** As `?timestamps=true` gave it. */
  readonly bytes?: Buffer;
  /** The Status body of the refusal. */
  readonly refusal?: unknown;
}

/** What real controllers did, as files say it. Every part may be missing. */
export interface Recording {
  readonly name: string;
  /** The state at the end; taken from the watches where there is no list of the end. */
  readonly end: readonly RecordedKind[];
  /** When it ended, ms since the epoch. */
  readonly endedAt: number;
  readonly logs: readonly RecordedLog[];
  /** All that changed, in order of the writes. Read when first called. */
  changes(): readonly RecordedChange[];
  /** What could not be read, by file; empty when all could. */
  readonly unreadable: ReadonlyMap<string, number>;
}
