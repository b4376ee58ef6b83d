import type { ArchivedLog } from './ArchivedLog';

/** Whether something of a step's log is kept, or it is known that it wrote nothing. */
export function isKept(
  logs: readonly Pick<ArchivedLog, 'container' | 'bytes' | 'completeness'>[],
  step: string,
): boolean {
  return logs.some(
    ({ container, bytes, completeness }) =>
      container === step && (bytes > 0 || completeness.kind === 'complete'),
  );
}
