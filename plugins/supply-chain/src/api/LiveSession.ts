import {
  assertNever,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveEnvironment } from './LiveEnvironment';
import type { LiveEntry, LiveStore } from './LiveStore';
import type { LiveTransport } from './LiveTransport';
import { SupplyChainError } from './SupplyChainError';

/** ms. A stream without a first message for so long is held back by something on the way: ask instead. */
export const FIRST_MESSAGE = 5_000;
/** ms. The server sends a heartbeat every 15 s: two and a half of them missing is a dead connection. */
export const SILENCE = 40_000;
/** ms without contact until what is on screen is called old: a reconnect takes less. */
export const STALE_AFTER = 5_000;
/** ms between two questions while streams do not work. */
export const POLL_EVERY = 3_000;
/** Questions until a stream is tried again: five minutes. */
export const POLLS_PER_TRY = 100;
/** ms, first and longest wait between two attempts; doubled in between, each with jitter. */
const BACKOFF = { from: 500, to: 30_000 } as const;
/** Streams that break off without a word until polling takes over. */
const DUMB_STREAMS = 3;

/** How a stream ended: `dumb` without a single message. */
type StreamEnd = 'spoke' | 'dumb' | 'mute' | 'bye';

/** Keeps some topics up to date until its signal is aborted: by a stream where it can, by asking where it cannot. */
export class LiveSession {
  private stopAging: () => void = () => {};

  constructor(
    private readonly entries: readonly LiveEntry[],
    private readonly store: LiveStore,
    private readonly transport: LiveTransport,
    private readonly environment: LiveEnvironment,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<void> {
    let failures = 0;
    let dumb = 0;
    this.startAging();
    try {
      while (!this.signal.aborted) {
        const end = await this.listen();
        if (this.signal.aborted) return;
        this.startAging();
        if (end === 'bye') continue;
        dumb = end === 'dumb' ? dumb + 1 : 0;
        const asks = end === 'mute' || dumb >= DUMB_STREAMS;
        if (asks && (await this.keepAsking())) {
          failures = 0;
          dumb = 0;
        } else {
          failures = end === 'spoke' ? 0 : failures + 1;
          await this.sleep(this.backoff(failures));
        }
      }
    } finally {
      this.stopAging();
    }
  }

  /** One stream from its opening to its end. Never throws. */
  private async listen(): Promise<StreamEnd> {
    const own = new AbortController();
    const abort = () => own.abort();
    this.signal.addEventListener('abort', abort);
    let spoke = false;
    let byeSaid = false;
    let cancel = this.environment.after(FIRST_MESSAGE, abort);
    let mute = true;
    try {
      const topics = this.entries.map(({ id, topic }) => ({ ...topic, id }));
      for await (const message of this.transport.stream(topics, own.signal)) {
        cancel();
        mute = false;
        spoke = true;
        cancel = this.environment.after(SILENCE, abort);
        this.stopAging();
        byeSaid = this.take(message);
        if (byeSaid) break;
      }
      mute = false;
    } catch (error) {
      if (!own.signal.aborted) {
        mute = false;
        this.loseAll(error);
      }
    } finally {
      cancel();
      this.signal.removeEventListener('abort', abort);
      own.abort();
    }
    if (byeSaid) return 'bye';
    if (mute) return 'mute';
    return spoke ? 'spoke' : 'dumb';
  }

  /** True when the server ends the stream and expects us back at once. */
  private take(message: StreamMessage): boolean {
    switch (message.type) {
      case 'view':
        this.store.accept(message.id, message.version, message.view);
        return false;
      case 'error': {
        const { code, message: says, ...where } = message.error;
        this.store.fail(message.id, new SupplyChainError(code, says, where));
        return false;
      }
      case 'heartbeat':
        for (const { id } of this.entries) this.store.confirm(id);
        return false;
      case 'bye':
        return message.because !== 'shutdown';
      default:
        return assertNever(message);
    }
  }

  /** Until it is time to try a stream again. False when nobody answers that either: then only patience helps. */
  private async keepAsking(): Promise<boolean> {
    for (let n = 0; n < POLLS_PER_TRY && !this.signal.aborted; n += 1) {
      const answered = await Promise.all(
        this.entries.map(entry => this.askFor(entry)),
      );
      if (this.signal.aborted || !answered.every(Boolean)) return false;
      this.stopAging();
      await this.sleep(POLL_EVERY);
      this.startAging();
    }
    return true;
  }

  /** False without contact. Never throws. */
  private async askFor(entry: LiveEntry): Promise<boolean> {
    try {
      const answer = await this.transport.poll(
        entry.topic,
        entry.version,
        this.signal,
      );
      if (answer) this.store.accept(entry.id, answer.version, answer.view);
      else this.store.confirm(entry.id);
      return true;
    } catch (error) {
      if (this.signal.aborted) return false;
      const failure = asFailure(error);
      if (failure.code === 'network') this.store.lose(entry.id, failure);
      else this.store.fail(entry.id, failure);
      return failure.code !== 'network';
    }
  }

  private loseAll(error: unknown): void {
    const failure = asFailure(error);
    for (const { id } of this.entries) this.store.lose(id, failure);
  }

  private startAging(): void {
    this.stopAging();
    this.stopAging = this.environment.after(STALE_AFTER, () => {
      for (const { id } of this.entries) this.store.age(id);
    });
  }

  private backoff(failures: number): number {
    const full = Math.min(BACKOFF.to, BACKOFF.from * 2 ** failures);
    return full / 2 + (full / 2) * this.environment.random();
  }

  private sleep(ms: number): Promise<void> {
    const { signal } = this;
    return new Promise(resolve => {
      const cancel = this.environment.after(ms, awake);
      function awake() {
        cancel();
        signal.removeEventListener('abort', awake);
        resolve();
      }
      signal.addEventListener('abort', awake);
      if (signal.aborted) awake();
    });
  }
}

function asFailure(error: unknown): SupplyChainError {
  return error instanceof SupplyChainError
    ? error
    : new SupplyChainError('internal', 'The live connection broke off');
}
