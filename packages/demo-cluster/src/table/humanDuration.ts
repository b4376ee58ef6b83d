const MINUTE = 60;
const HOUR = 60 * MINUTE;
const YEAR_HOURS = 24 * 365;

/** An age as kubectl prints it: apimachinery's duration.HumanDuration. */
export function humanDuration(ms: number): string {
  const seconds = Math.trunc(ms / 1000);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 2 * MINUTE) return `${seconds}s`;
  const minutes = Math.trunc(seconds / MINUTE);
  if (minutes < 10) return pair(minutes, 'm', seconds % MINUTE, 's');
  if (minutes < 3 * 60) return `${minutes}m`;
  const hours = Math.trunc(seconds / HOUR);
  if (hours < 8) return pair(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  if (hours < 24 * 8) return pair(Math.trunc(hours / 24), 'd', hours % 24, 'h');
  if (hours < 2 * YEAR_HOURS) return `${Math.trunc(hours / 24)}d`;
  const years = Math.trunc(hours / YEAR_HOURS);
  if (hours < 8 * YEAR_HOURS)
    return pair(years, 'y', Math.trunc(hours / 24) % 365, 'd');
  return `${years}y`;
}

function pair(
  whole: number,
  unit: string,
  part: number,
  partUnit: string,
): string {
  return part === 0 ? `${whole}${unit}` : `${whole}${unit}${part}${partUnit}`;
}
