const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * `0.4 s`, `12 s`, `3 min 05 s`, `2 h 07 min`: as fine as one wants to know it. Kubernetes tells whole
 * seconds in most places: these get no decimals, and a step within one second took `< 1 s`.
 */
export function formatDuration(ms: number): string {
  if (ms <= 0) return '< 1 s';
  if (ms < 10 * SECOND && ms % SECOND === 0) return `${ms / SECOND} s`;
  if (ms < 9.95 * SECOND) return `${(ms / SECOND).toFixed(1)} s`;
  const seconds = Math.round(ms / SECOND);
  if (seconds * SECOND < MINUTE) return `${seconds} s`;
  if (seconds * SECOND < HOUR) {
    return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  }
  const minutes = Math.round(ms / MINUTE);
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

const two = (value: number) => String(value).padStart(2, '0');
