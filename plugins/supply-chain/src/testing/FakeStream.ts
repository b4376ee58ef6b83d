import type {
  StreamMessage,
  Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** One opened stream: the test says what comes and how it ends. */
export class FakeStream {
  private waiting: (() => void) | undefined;
  private readonly queue: (StreamMessage | Error | 'end')[] = [];
  constructor(readonly topics: readonly Topic[], readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.push(new Error('aborted')));
  }
  push(...what: (StreamMessage | Error | 'end')[]) {
    this.queue.push(...what);
    this.waiting?.();
  }
  async *read() {
    for (;;) {
      const next = this.queue.shift();
      if (next === 'end') return;
      if (next instanceof Error) throw next;
      if (next) yield next;
      else await new Promise<void>(resolve => (this.waiting = resolve));
    }
  }
}
