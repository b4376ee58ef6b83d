import type { LoggerService } from '@backstage/backend-plugin-api';

/** Everything that is logged, as text, by whatever plugin or service. */
export class HeardLogger implements LoggerService {
  readonly lines: string[] = [];
  readonly #waiting = new Set<() => void>();

  error = (message: string, meta?: unknown) => this.#hear(message, meta);
  warn = (message: string, meta?: unknown) => this.#hear(message, meta);
  info = (message: string, meta?: unknown) => this.#hear(message, meta);
  debug = (message: string, meta?: unknown) => this.#hear(message, meta);
  child = () => this;

  /** Resolves when a line that matches has been logged since the given number of lines. */
  async hears(pattern: RegExp, since: number): Promise<void> {
    while (!this.lines.slice(since).some(line => pattern.test(line))) {
      await new Promise<void>(resolve => this.#waiting.add(resolve));
    }
  }

  #hear(message: string, meta: unknown): void {
    const error = meta instanceof Error ? `${meta.stack} ${meta.cause}` : '';
    this.lines.push(`${message} ${JSON.stringify(meta) ?? ''} ${error}`);
    for (const wake of [...this.#waiting]) wake();
    this.#waiting.clear();
  }
}
