import { ConnectionLost } from '../../clusters/errors/ConnectionLost';
import type { KubernetesApi } from '../../clusters/KubernetesApi';
import type { LogRequest } from '../../clusters/LogRequest';
import type { ContainerStates } from '../ContainerStates';

/** One record of a log file, as a container runtime writes it. */
export interface FakeRecord {
  readonly at: string;
  readonly text: string | Uint8Array;
  /** The runtime cut a line here: the next record goes on with it. */
  readonly partial?: boolean;
}

const NEWLINE = 0x0a;

/**
 * One container in memory with the kubelet's rules for its log (cri-client logs.go), for tests: a time before each line
 * that begins, `sinceTime` in whole seconds for each record, only what has not been rotated away. Connections break after
 * as many bytes as told.
 */
export class FakeLog implements Pick<KubernetesApi, 'log'>, ContainerStates {
  readonly requests: LogRequest[] = [];
  /** Connections that are open now. */
  open = 0;
  /** Connections that broke. */
  breaks = 0;
  state: ReturnType<ContainerStates['of']> = 'running';
  /** What the kubelet says last, in place of the end of a log. */
  words: string | undefined;
  readonly #records: FakeRecord[] = [];
  /** Records that the node has thrown away. */
  #rotated = 0;
  readonly #listeners = new Set<() => void>();
  readonly #breaks: number[];
  #drops = 0;
  readonly #chunk: number;

  constructor(
    options: { breakAfter?: readonly number[]; chunk?: number } = {},
  ) {
    this.#breaks = [...(options.breakAfter ?? [])];
    this.#chunk = options.chunk ?? 1_000;
  }

  write(...records: readonly FakeRecord[]): void {
    this.#records.push(...records);
    this.#tell();
  }

  /** The next answers begin with the first line that is not whole yet; who follows has read the rest to its end. */
  rotate(): void {
    this.#rotated = this.#records.length;
    while (this.#records[this.#rotated - 1]?.partial) this.#rotated -= 1;
  }

  /** Breaks all connections that wait for more. */
  drop(): void {
    this.#drops += 1;
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
    signal.throwIfAborted();
    this.requests.push(request);
    return this.#bytes(request, signal);
  }

  async *#bytes(
    { follow, sinceTime }: LogRequest,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    const since = sinceTime === undefined ? 0 : Date.parse(sinceTime);
    let left = this.#breaks.shift() ?? Infinity;
    let next = this.#rotated;
    let isNewLine = true;
    const drops = this.#drops;
    this.open += 1;
    try {
      for (;;) {
        const parts: Uint8Array[] = [];
        for (; next < this.#records.length; next += 1) {
          const record = this.#records[next];
          if (!record) break;
          const bytes = bytesOf(record);
          if (Date.parse(record.at) >= since) {
            if (isNewLine) parts.push(Buffer.from(`${record.at} `));
            parts.push(bytes);
          }
          isNewLine = bytes.length === 0 || bytes.at(-1) === NEWLINE;
        }
        const over = !follow || this.state === 'ended';
        if (over && this.words) parts.push(Buffer.from(this.words));
        const bytes = Buffer.concat(parts);
        for (let from = 0; from < bytes.length; ) {
          const size = Math.min(this.#chunk, left, bytes.length - from);
          yield bytes.subarray(from, from + size);
          signal.throwIfAborted();
          from += size;
          left -= size;
          if (left > 0) continue;
          this.breaks += 1;
          throw lost();
        }
        if (next < this.#records.length) continue;
        if (over) return;
        await this.#change(signal);
        if (this.#drops === drops) continue;
        this.breaks += 1;
        throw lost();
      }
    } finally {
      this.open -= 1;
    }
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
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

/** As the runtime stores it: a record that ends a line ends with the newline. */
function bytesOf({ text, partial }: FakeRecord): Uint8Array {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return partial ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);
}

function lost(): ConnectionLost {
  return new ConnectionLost({
    cluster: 'build',
    verb: 'get',
    resource: 'pods/log',
  });
}
