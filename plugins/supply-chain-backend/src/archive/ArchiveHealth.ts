import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from '../clock/Clock';

/** Whether the archive can keep and give logs. What it cannot do now is tried again; what is live goes on. */
export class ArchiveHealth {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #logger: Pick<LoggerService, 'info' | 'warn'>;
  #failingSince: number | undefined;

  constructor(options: {
    clock: Pick<Clock, 'now'>;
    logger: Pick<LoggerService, 'info' | 'warn'>;
  }) {
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  /** Milliseconds since the epoch; undefined when all is well. */
  get failingSince(): number | undefined {
    return this.#failingSince;
  }

  /** One line in the log, however often it fails. */
  failed(error: unknown): void {
    if (this.#failingSince !== undefined) return;
    this.#failingSince = this.#clock.now();
    this.#logger.warn(
      `Logs cannot be archived: ${reason(
        error,
      )}. Live logs go on; what ends meanwhile is archived later, if its pod is still there then`,
    );
  }

  worked(): void {
    if (this.#failingSince === undefined) return;
    this.#failingSince = undefined;
    this.#logger.info('Logs are archived again');
  }
}

/** The database's own words, at the end of its message: before them stands the statement, with what was to be stored. */
function reason(error: unknown): string {
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const message = error instanceof Error ? error.message : String(error);
  const says = message.split(' - ').at(-1)?.slice(0, 200) ?? '';
  return code && !says.includes(code) ? `${says} (${code})` : says;
}
