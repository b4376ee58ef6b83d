/** Compares RFC 3339 times to the nanosecond, which Date cannot. */
export function compareTimes(a: string, b: string): number {
  if (a === b) return 0;
  return seconds(a) - seconds(b) || nanos(a) - nanos(b);
}

function seconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}

function nanos(time: string): number {
  const fraction = /\.(\d{1,9})/.exec(time)?.[1] ?? '';
  return Number(fraction.padEnd(9, '0'));
}
