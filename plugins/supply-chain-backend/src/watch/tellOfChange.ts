import type { CopyChange } from './CopyChange';
import type { CopyLogger } from './CopyLogger';

/** Tells everybody who listens to a copy. A reader's mistake must not end the watch that every other reader lives from. */
export function tellOfChange(
  change: CopyChange,
  listeners: ReadonlySet<(change: CopyChange) => void>,
  copy: 'the live copy' | 'a personal copy',
  logger: Pick<CopyLogger, 'error'>,
): void {
  for (const listener of [...listeners]) {
    try {
      listener(change);
    } catch (error) {
      logger.error(
        `A listener to ${copy} failed`,
        error instanceof Error ? error : undefined,
      );
    }
  }
}
