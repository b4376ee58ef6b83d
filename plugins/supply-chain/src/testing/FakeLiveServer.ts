import {
  diffViews,
  type StreamMessage,
  type Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveEnvironment } from '../api/LiveEnvironment';
import type { LiveTransport } from '../api/LiveTransport';
import { SupplyChainError } from '../api/SupplyChainError';

/** What is between the tab and the server. */
export type Weather =
  | 'good'
  /** A stream opens and nothing comes. */
  | 'buffered'
  /** Something else answers in place of streams. */
  | 'streams refused'
  /** The same, of everything. */
  | 'all refused'
  /** No connection can be made. */
  | 'down';

interface Open {
  readonly push: (message: StreamMessage) => void;
  readonly end: (error?: Error) => void;
  readonly topics: readonly { topic: Topic; seq: number; told: unknown }[];
}

/** A server of views that have numbers, over a network with weather. */
export class FakeLiveServer implements LiveTransport {
  weather: Weather = 'good';
  /** ms that anything takes on its way. */
  latency = LATENCY;
  /** The next message of streams is lost on the way. */
  loses = false;
  private readonly numbers = new Map<string, number>();
  private readonly open = new Set<Open>();
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly environment: LiveEnvironment,
    private readonly viewOf: (name: string, n: number) => unknown,
  ) {
    const beat = () => {
      for (const { push } of this.open) push({ type: 'heartbeat' });
      environment.after(HEARTBEAT, beat);
    };
    environment.after(HEARTBEAT, beat);
  }

  numberOf(name: string): number {
    return this.numbers.get(name) ?? 0;
  }

  change(name: string): void {
    this.numbers.set(name, this.numberOf(name) + 1);
    for (const stream of this.open) this.tell(stream);
    for (const look of this.waiting) look();
  }

  /** Cuts every open stream. */
  cut(): void {
    for (const { end } of this.open)
      end(new SupplyChainError('network', 'cut'));
  }

  /** Ends every open stream as a replica that stops does. */
  stop(because: Extract<StreamMessage, { type: 'bye' }>['because']): void {
    for (const { push, end } of this.open) {
      push({ type: 'bye', because });
      end();
    }
  }

  async *stream(topics: readonly Topic[], signal: AbortSignal) {
    await this.delay();
    this.refuse('streams refused');
    const queue: { at: number; what: StreamMessage | Error | 'end' }[] = [];
    let wake = () => {};
    const woken = () =>
      new Promise<void>(resolve => {
        wake = resolve;
      });
    const add = (what: StreamMessage | Error | 'end') => {
      const now = this.environment.now();
      // In order, also when the network has become faster.
      const at = Math.max(now + this.latency, queue.at(-1)?.at ?? 0);
      queue.push({ at, what });
      this.environment.after(at - now, () => wake());
    };
    const stream: Open = {
      topics: topics.map(topic => ({ topic, seq: 0, told: undefined })),
      push: message => {
        const arrives = this.weather !== 'buffered' && !this.loses;
        if (message.type !== 'heartbeat') this.loses = false;
        if (arrives) add(message);
      },
      end: error => {
        this.open.delete(stream);
        add(error ?? 'end');
      },
    };
    const abort = () => {
      // What has come already is still read, as lines of one chunk are.
      const come = queue.filter(({ at }) => at <= this.environment.now());
      const error = { at: 0, what: new Error('aborted') };
      queue.splice(0, queue.length, ...come, error);
      wake();
    };
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    this.open.add(stream);
    this.tell(stream);
    this.environment.after(1_000, () => stream.push({ type: 'heartbeat' }));
    try {
      for (;;) {
        const next = queue[0];
        if (next && next.at <= this.environment.now()) {
          queue.shift();
          if (next.what === 'end') return;
          if (next.what instanceof Error) throw next.what;
          yield next.what;
        } else {
          await woken();
        }
      }
    } finally {
      this.open.delete(stream);
    }
  }

  async poll(topics: readonly Topic[], wait: number, signal: AbortSignal) {
    await this.delay();
    this.refuse('all refused');
    const news = () =>
      topics.some(topic => topic.cursor !== this.now(topic).version);
    if (!news()) {
      await new Promise<void>(resolve => {
        const done = () => {
          this.waiting.delete(look);
          resolve();
        };
        const look = () => {
          if (news()) done();
        };
        this.waiting.add(look);
        this.environment.after(wait, done);
        signal.addEventListener('abort', done);
      });
    }
    const answer = topics.map((topic): StreamMessage => {
      const { version, view } = this.now(topic);
      const head = { id: topic.id, seq: 1, version };
      return topic.cursor === version
        ? { type: 'unchanged', ...head }
        : { type: 'view', ...head, view };
    });
    await this.delay();
    this.refuse('all refused');
    return answer;
  }

  private tell({ topics, push }: Open): void {
    for (const each of topics) {
      const { topic, told } = each;
      const { version, view } = this.now(topic);
      const head = { id: topic.id, seq: each.seq + 1, version };
      if (each.seq === 0) {
        push(
          topic.cursor === version
            ? { type: 'unchanged', ...head }
            : { type: 'view', ...head, view },
        );
      } else {
        const patch = diffViews(told, view);
        if (!patch) continue;
        push({ type: 'patch', ...head, patch });
      }
      each.seq += 1;
      each.told = view;
    }
  }

  private now(topic: Topic): { version: string; view: unknown } {
    const name = 'ref' in topic ? topic.ref.name : '';
    const n = this.numberOf(name);
    return { version: `${name}@${n}`, view: this.viewOf(name, n) };
  }

  private delay(): Promise<void> {
    return new Promise(resolve =>
      this.environment.after(this.latency, resolve),
    );
  }

  private refuse(also: Weather): void {
    if (this.weather === 'down') {
      throw new SupplyChainError('network', 'No answer');
    }
    if (this.weather === also || this.weather === 'all refused') {
      throw new SupplyChainError('unreadable', 'A page');
    }
  }
}

const LATENCY = 40;
const HEARTBEAT = 15_000;
