import type { KindHealthRecord } from './KindHealthRecord';
import { NamespaceWriter } from './NamespaceWriter';
import { Reflector } from './Reflector';
import type { SharedReflectorOptions } from './SharedReflectorOptions';

/** Milliseconds, the same again by chance, until a namespace that refused is asked again: as long as 50 of them may need. */
const DENIED_AGAIN_MS = 30_000;

/** One namespace of one kind, read by itself because all at once is denied. */
export class NamespacePart<T> {
  readonly health: KindHealthRecord;
  readonly #reflector: Reflector<T>;
  readonly #writer: NamespaceWriter;
  readonly #clear: () => void;
  readonly #life = new AbortController();
  #refused = false;
  #running: Promise<void> = Promise.resolve();

  constructor(options: {
    readonly reflector: SharedReflectorOptions<T>;
    readonly namespace: string;
    readonly newHealth: (onChange: () => void) => KindHealthRecord;
    readonly onHealth: () => void;
  }) {
    const { namespace, newHealth, onHealth, reflector } = options;
    const health: KindHealthRecord = newHealth(() => {
      if (health.state === 'denied') this.#refused = true;
      if (health.state === 'fresh') this.#refused = false;
      onHealth();
    });
    this.health = health;
    const writer = new NamespaceWriter(namespace, reflector.store);
    this.#writer = writer;
    this.#clear = () => {
      const change = writer.clear();
      if (change.keys.length > 0) reflector.onObjects(change);
    };
    this.#reflector = new Reflector({
      ...reflector,
      ...{ namespace, health, store: writer },
      deniedAgainMs: () => DENIED_AGAIN_MS,
    });
  }

  /** Whether the cluster's last word was no, also while the cluster is away. */
  get isRefused(): boolean {
    return this.#refused;
  }

  start(signal: AbortSignal): void {
    this.#running = this.#reflector.run(
      AbortSignal.any([signal, this.#life.signal]),
    );
  }

  /** From here on it changes nothing of what is held: what it held is somebody else's now. */
  close(): void {
    this.#writer.close();
    this.#life.abort(new Error('All namespaces are read at once'));
  }

  /** Resolves when every connection and timer has ended; what it still held is gone. */
  async end(): Promise<void> {
    this.#life.abort(new Error('The namespace is not read any more'));
    await this.#running;
    this.#clear();
  }
}
