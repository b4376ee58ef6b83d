import {
  logMessageSchema,
  type LogGapCause,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { isPassing } from '../isPassing';
import type { WrittenLine } from './writtenLog';

type Follow = (
  from: string | undefined,
  signal: AbortSignal,
) => Promise<AsyncIterable<LogMessage>>;

/** What a viewer sees, in its order. */
export type Shown = WrittenLine | { readonly gap: LogGapCause | undefined };

/**
 * Somebody who follows a log over connections that break after as many bytes as told, also in the middle of a message, and
 * comes back with the cursor of the last whole one.
 */
export class BreakingViewer {
  readonly shown: Shown[] = [];
  /** Connections that broke. */
  drops = 0;
  #cursor: string | undefined;
  readonly #breaks: number[];

  constructor(breakAfter: readonly number[]) {
    this.#breaks = [...breakAfter];
  }

  /** Resolves when the log has been told to its end. `connect` gives the answer of one replica or another. */
  async read(connect: (connection: number) => Follow): Promise<void> {
    for (let connection = 0; ; connection += 1) {
      if (await this.#connected(connect(connection))) return;
    }
  }

  async #connected(follow: Follow): Promise<boolean> {
    const leaving = new AbortController();
    const breakAfter = this.#breaks.shift() ?? Infinity;
    let bytes = 0;
    try {
      for await (const message of await follow(this.#cursor, leaving.signal)) {
        const line = `${JSON.stringify(message)}\n`;
        bytes += Buffer.byteLength(line);
        if (bytes > breakAfter) {
          this.drops += 1;
          return false;
        }
        const told = logMessageSchema.parse(JSON.parse(line));
        if (told.type === 'end') return !told.resume;
        this.#show(told);
      }
    } catch (error) {
      // The backend tells it, and asks its reader to come back.
      if (!isPassing(error)) throw error;
      return false;
    } finally {
      leaving.abort();
    }
    throw new Error('A log came to its end without saying so');
  }

  #show(message: LogMessage): void {
    if (message.type === 'error') throw new Error(message.error.message);
    if (message.type === 'gap') this.shown.push({ gap: message.because });
    if (message.type !== 'lines') return;
    const { text, times, cursor } = message;
    this.#cursor = cursor;
    text.split('\n').forEach((line, index) => {
      this.shown.push({ at: times[index] ?? '', text: line });
    });
  }
}
