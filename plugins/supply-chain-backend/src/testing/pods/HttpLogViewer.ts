import {
  logMessageSchema,
  type LogMessage,
  type StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ndjson } from '../ndjson';

export interface ShownLine {
  readonly at: string;
  readonly text: string;
}

type Gap = Extract<LogMessage, { type: 'gap' }>;
type Failure = Extract<LogMessage, { type: 'error' }>;

/** Follows the log of a build as a page does, over connections that it can drop: with the cursor of what came last. */
export class HttpLogViewer {
  /** Of each step, in the order in which they came. */
  readonly lines = new Map<string, ShownLine[]>();
  readonly gaps: Gap[] = [];
  readonly errors: Failure[] = [];
  /** Steps that were told to their end. */
  readonly ended: string[] = [];
  /** Each picture of the steps that came. */
  readonly steps: (readonly StepView[])[] = [];
  /** Connections that it dropped. */
  drops = 0;
  #cursor: string | undefined;
  #leaving = new AbortController();
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly fetch: (
      path: string,
      init: RequestInit,
    ) => Promise<Response>,
    private readonly path: string,
  ) {}

  /** Resolves when the backend says that nothing more will come. */
  async read(): Promise<void> {
    while (!(await this.#connected())) await new Promise(setImmediate);
  }

  /** Loses its connection in the middle of whatever comes. */
  drop(): void {
    this.drops += 1;
    this.#leaving.abort();
  }

  count(step: string): number {
    return this.lines.get(step)?.length ?? 0;
  }

  /** Resolves when something that it was told makes it so. */
  async until(isSo: (viewer: this) => boolean): Promise<void> {
    while (!isSo(this)) {
      await new Promise<void>(resolve => {
        this.#waiting.add(resolve);
      });
    }
  }

  async #connected(): Promise<boolean> {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const from = this.#cursor
      ? `&from=${encodeURIComponent(this.#cursor)}`
      : '';
    try {
      const answer = await this.fetch(`${this.path}?follow${from}`, { signal });
      if (answer.status !== 200) throw new Error(await answer.text());
      for await (const message of ndjson(answer)) {
        const told = logMessageSchema.parse(message);
        if (told.type === 'end') return !told.resume;
        this.#show(told);
        if (signal.aborted) return false;
      }
      return false;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
  }

  #show(told: LogMessage): void {
    switch (told.type) {
      case 'steps':
        this.steps.push(told.steps);
        break;
      case 'lines':
        this.#cursor = told.cursor;
        this.lines.set(told.step, [
          ...(this.lines.get(told.step) ?? []),
          ...told.text
            .split('\n')
            .map((text, index) => ({ at: told.times[index] ?? '', text })),
        ]);
        break;
      case 'gap':
        this.gaps.push(told);
        break;
      case 'error':
        this.errors.push(told);
        break;
      case 'step-end':
        this.ended.push(told.step);
        break;
      default:
    }
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
