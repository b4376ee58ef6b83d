import type { StreamMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { patchBetween } from './patchBetween';
import type { TopicState } from './TopicState';

/** What a reader has been told of one topic, and so what is left to tell. */
export class ToldTopic {
  readonly #id: string;
  /** What the reader has; a cursor of its own at first. */
  #version: string | undefined;
  /** The view that the reader has and a patch can be made for. */
  #view: object | undefined;
  #seq = 0;

  constructor(topic: {
    readonly id: string;
    readonly cursor?: string | undefined;
  }) {
    this.#id = topic.id;
    this.#version = topic.cursor;
  }

  /** Whether this state is not the one that the reader has. */
  isNews(state: TopicState): boolean {
    return state.version !== this.#version;
  }

  /** The message to send now. Undefined when the reader has been told this already. */
  tell(state: TopicState): StreamMessage | undefined {
    const { version } = state;
    const view = 'view' in state ? state.view : undefined;
    const first = this.#seq === 0;
    const before = this.#view;
    if (!this.isNews(state)) {
      if (!first) return undefined;
      this.#view = view;
      return { type: 'unchanged', ...this.#next(), version };
    }
    this.#version = version;
    this.#view = view;
    if ('error' in state) {
      return { type: 'error', ...this.#next(), version, error: state.error };
    }
    const patch = before && patchBetween(before, state.view);
    return patch
      ? { type: 'patch', ...this.#next(), version, patch }
      : { type: 'view', ...this.#next(), version, view: state.view };
  }

  /** The next message is a whole view again. */
  forgetView(): void {
    this.#view = undefined;
  }

  #next(): { id: string; seq: number } {
    this.#seq += 1;
    return { id: this.#id, seq: this.#seq };
  }
}
