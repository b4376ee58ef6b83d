import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { LogRequest } from '../clusters/LogRequest';
import type { ContainerStates } from './ContainerStates';

export interface FakeLine {
  readonly at: string;
  readonly text: string;
}

/** One container in memory with the kubelet's rules for its log, for tests. Connections break after as many bytes as told. */
export class FakeLog implements Pick<KubernetesApi, 'log'>, ContainerStates {
  readonly requests: LogRequest[] = [];
  /** Connections that are open now. */
  open = 0;
  state: ReturnType<ContainerStates['of']> = 'running';
  readonly #lines: FakeLine[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #breaks: number[];
  readonly #chunk: number;

  constructor(
    options: { breakAfter?: readonly number[]; chunk?: number } = {},
  ) {
    this.#breaks = [...(options.breakAfter ?? [])];
    this.#chunk = options.chunk ?? 1_000;
  }

  write(...lines: readonly FakeLine[]): void {
    this.#lines.push(...lines);
    this.#tell();
  }

  end(): void {
    this.state = 'ended';
    this.#tell();
  }

  of(): ReturnType<ContainerStates['of']> {
    return this.state;
  }

  uid(): string {
    return 'uid';
  }

  onChange(_: string, __: string, listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async log(
    request: LogRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>> {
    this.requests.push(request);
    return this.#bytes(request, signal);
  }

  async *#bytes(
    { follow, sinceTime }: LogRequest,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    const since = sinceTime === undefined ? 0 : Date.parse(sinceTime);
    let left = this.#breaks.shift() ?? Infinity;
    let next = 0;
    this.open += 1;
    try {
      for (;;) {
        const fresh = this.#lines.slice(next);
        next += fresh.length;
        const text = fresh
          .filter(({ at }) => Date.parse(at) >= since)
          .map(line => `${line.at} ${line.text}\n`)
          .join('');
        const bytes = new TextEncoder().encode(text);
        for (let from = 0; from < bytes.length; from += this.#chunk) {
          const part = bytes.subarray(from, from + Math.min(this.#chunk, left));
          left -= part.length;
          yield part;
          if (left <= 0) throw lost();
        }
        if (next < this.#lines.length) continue;
        if (!follow || this.state === 'ended') return;
        await this.#change(signal);
      }
    } finally {
      this.open -= 1;
    }
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const off = this.onChange('', '', () => {
        off();
        signal.removeEventListener('abort', onAbort);
        resolve();
      });
      const onAbort = () => {
        off();
        reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function lost(): ConnectionLost {
  return new ConnectionLost({
    cluster: 'build',
    verb: 'get',
    resource: 'pods/log',
  });
}
