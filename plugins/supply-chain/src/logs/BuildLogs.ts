import {
  assertNever,
  type ArchivedBecause,
  type LogCompleteness,
  type LogMessage,
  type StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { SupplyChainError } from '../api/SupplyChainError';
import { StepLog } from './StepLog';

/**
 * How the connection is. `busy`: the backend follows as many logs as it may, and is asked again. `done`: everything there is
 * has come. `failed`: it will not be tried again.
 */
export type LogConnection =
  | { state: 'connecting' | 'live' | 'reconnecting' | 'done' }
  | { state: 'busy' | 'failed'; error: SupplyChainError };

/** Where what is shown of a step comes from, when that is the archive, and why. */
export type ArchivedNote = {
  readonly at: string;
  readonly completeness: LogCompleteness;
  readonly because?: ArchivedBecause | undefined;
  readonly cluster?: string | undefined;
};

type Told<T extends LogMessage['type']> = Extract<LogMessage, { type: T }>;

/** All logs of one build, as messages bring them. Knows no network and no React; `notify` is called after each change. */
export class BuildLogs {
  private readonly logs = new Map<string, StepLog>();
  private readonly listeners = new Set<() => void>();
  private changes = 0;
  private readonly archive = new Map<string, ArchivedNote>();
  private lastGap: { step: string; line: number; says: string } | undefined;

  /** The steps as the last message said; undefined before the first. */
  steps: readonly StepView[] | undefined;
  connection: LogConnection = { state: 'connecting' };
  /** Since when logs cannot be archived: this one may be lost with its pod. */
  notArchivedSince: string | true | undefined;
  /** Resume here. Undefined before the first line, and where Kubernetes gave no times. */
  cursor: string | undefined;

  constructor(private readonly schedule: (flush: () => void) => void) {}

  /** Changes with every change: what React compares. */
  get version(): number {
    return this.changes;
  }

  get isEmpty(): boolean {
    return [...this.logs.values()].every(log => log.rows.count === 0);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The log of a step, or undefined while nothing of it has come. */
  of(step: string): StepLog | undefined {
    return this.logs.get(step);
  }

  /** Undefined for what comes from the pod. */
  archived(step: string): ArchivedNote | undefined {
    return this.archive.get(step);
  }

  accept(message: LogMessage): void {
    switch (message.type) {
      case 'steps':
        this.steps = message.steps;
        break;
      case 'lines':
        this.append(message);
        this.cursor = message.cursor || undefined;
        break;
      case 'gap':
        this.addGap(message);
        break;
      case 'limit': {
        const { bound, most } = message;
        this.open(message.step).limit = { bound, most };
        break;
      }
      case 'step-end':
        this.open(message.step).ended = true;
        break;
      case 'error':
        // Without a step it is about the connection, which whoever follows judges.
        if (message.step === undefined) return;
        this.open(message.step).error = message.error;
        break;
      case 'archived': {
        const { step, at, completeness, because, cluster } = message;
        this.archive.set(step, { at, completeness, because, cluster });
        break;
      }
      case 'archive-state':
        this.notArchivedSince =
          message.state === 'failing' ? message.since ?? true : undefined;
        break;
      case 'heartbeat':
      case 'end':
        return;
      default:
        assertNever(message);
    }
    this.changed();
  }

  setConnection(connection: LogConnection): void {
    if (connection.state === this.connection.state && !('error' in connection))
      return;
    this.connection = connection;
    this.changed();
  }

  /** Forgets every line: the logs will come again from their start. */
  restart(): void {
    this.logs.clear();
    this.archive.clear();
    this.lastGap = undefined;
    this.cursor = undefined;
    this.changed();
  }

  private open(step: string): StepLog {
    const known = this.logs.get(step);
    if (known) return known;
    const log = new StepLog();
    this.logs.set(step, log);
    return log;
  }

  private append({ step, text, times, cut = [] }: Told<'lines'>): void {
    const log = this.open(step);
    const first = log.buffer.lineCount;
    log.buffer.appendLines(text, times);
    for (const { line, bytes } of cut) log.cut.set(first + line, bytes);
    // A build whose pod was deleted begins again: a step that had ended goes on.
    log.ended = false;
  }

  /** A gap has no cursor: a resumed connection may tell of it again. */
  private addGap({ step, says, because, lines }: Told<'gap'>): void {
    const log = this.open(step);
    const line = log.buffer.lineCount;
    const last = this.lastGap;
    if (last?.step === step && last.line === line && last.says === says) return;
    this.lastGap = { step, line, says };
    log.gaps.add({ beforeLine: line, says, because, lines });
  }

  private changed(): void {
    this.changes += 1;
    this.schedule(this.flush);
  }

  private readonly flush = () => {
    for (const listener of this.listeners) listener();
  };
}
