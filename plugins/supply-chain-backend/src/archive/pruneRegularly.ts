import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Backoff } from '../clock/Backoff';
import type { Clock } from '../clock/Clock';
import type { ArchiveRetention } from './ArchiveRetention';

/** Limits are in days: an hour late is soon enough, and what grows in an hour is little. */
const EVERY = { hours: 1 } as const;
/** Ample: a step of a hundred builds takes less than a second. */
const TIMEOUT = { minutes: 20 } as const;

/**
 * Has Backstage's scheduler prune the archive, on one replica at a time. The scheduler needs the database, and is asked again
 * when that is down. Resolves when it has taken the task, or the signal aborts.
 */
export async function pruneRegularly(
  options: {
    readonly scheduler: SchedulerService;
    readonly retention: Pick<ArchiveRetention, 'prune'>;
    readonly logger: Pick<LoggerService, 'info' | 'warn'>;
    readonly clock: Pick<Clock, 'sleep'>;
    readonly random: () => number;
  },
  signal: AbortSignal,
): Promise<void> {
  const { clock, logger, random, retention, scheduler } = options;
  const backoff = new Backoff(random);
  while (!signal.aborted) {
    try {
      await scheduler.scheduleTask({
        id: 'supply-chain-log-archive-prune',
        ...{ frequency: EVERY, timeout: TIMEOUT, scope: 'global', signal },
        async fn(over) {
          const { byAge, byCount, bySize } = await retention.prune(
            AbortSignal.any([signal, over]),
          );
          if (byAge + byCount + bySize === 0) return;
          logger.info(
            `The log archive forgot ${byAge} builds by age, ${byCount} by their number, ${bySize} by size`,
          );
        },
      });
      return;
    } catch {
      // Why the database does not answer is said by those who have something to archive.
      await clock.sleep(backoff.next(), signal).catch(() => undefined);
    }
  }
}
