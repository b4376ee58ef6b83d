import {
  parseLogCursor,
  type LogMessage,
  type StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What a reader has been told of a log: where to go on, and which steps are through. */
export class ToldLog {
  readonly #through = new Set<string>();
  #steps: readonly StepView[] = [];
  #cursor: string | undefined;

  /** `from` is where the reader began. */
  constructor(from: string | undefined) {
    this.#cursor = from;
  }

  /** After the last line. */
  get cursor(): string | undefined {
    return this.#cursor;
  }

  note(message: LogMessage): void {
    switch (message.type) {
      case 'steps':
        this.#steps = message.steps;
        break;
      case 'lines':
        this.#cursor = message.cursor;
        this.#through.delete(message.step);
        break;
      case 'step-end':
        this.#through.add(message.step);
        break;
      case 'gap':
        // Of another pod now, from the first step on.
        if (message.because === 'begun-again') this.#through.clear();
        break;
      default:
    }
  }

  /** Steps of which there may be more to tell, in their order. */
  get left(): readonly StepView[] {
    const at = this.#cursor && parseLogCursor(this.#cursor)?.step;
    const index = this.#steps.findIndex(({ name }) => name === at);
    return this.#steps
      .slice(Math.max(0, index))
      .filter(
        ({ name, state }) => state !== 'not-run' && !this.#through.has(name),
      );
  }
}
