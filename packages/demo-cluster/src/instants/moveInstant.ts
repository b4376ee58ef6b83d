import { isInstant } from './isInstant.ts';

/** Nanoseconds since the epoch -> the same. Must not reorder. */
export type TimeShift = (nanos: bigint) => bigint;

/**
 * Moves one RFC 3339 instant and keeps its form: whole seconds stay whole (metav1.Time), six
 * digits stay six (MicroTime), and RFC3339Nano goes on dropping trailing zeros as Go does.
 */
export function moveInstant(text: string, shift: TimeShift): string {
  if (!isInstant(text)) return text;
  const [seconds = '', fraction] = text.slice(0, -1).split('.');
  const nanos =
    BigInt(Date.parse(`${seconds}Z`)) * 1_000_000n +
    BigInt((fraction ?? '').padEnd(9, '0'));
  const moved = shift(nanos);
  const wholeMillis = Number(moved / 1_000_000_000n) * 1000;
  const whole = new Date(wholeMillis).toISOString().slice(0, 19);
  if (fraction === undefined) return `${whole}Z`;
  const digits = String(moved % 1_000_000_000n).padStart(9, '0');
  if (fraction.length === 3 || fraction.length === 6)
    return `${whole}.${digits.slice(0, fraction.length)}Z`;
  const trimmed = digits.replace(/0+$/, '');
  return trimmed ? `${whole}.${trimmed}Z` : `${whole}Z`;
}
