import { isInstant } from './isInstant.ts';
import { moveInstant } from './moveInstant.ts';
import type { TimeShift } from './moveInstant.ts';

/** An instant that is a whole JSON string inside a text, as in Tekton's termination messages. */
const QUOTED = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)"/g;

/**
 * Moves every instant of a JSON value: strings that are one, and quoted ones inside JSON texts.
 * Dates inside names, tags and prose stay: they are part of what was named.
 */
export function moveInstants<T>(value: T, shift: TimeShift): T;
export function moveInstants(value: unknown, shift: TimeShift): unknown {
  if (typeof value === 'string') {
    if (isInstant(value)) return moveInstant(value, shift);
    if (!value.includes('Z"')) return value;
    return value.replace(
      QUOTED,
      (_, instant: string) => `"${moveInstant(instant, shift)}"`,
    );
  }
  if (Array.isArray(value))
    return value.map((item: unknown) => moveInstants(item, shift));
  if (typeof value === 'object' && value !== null) {
    // Not by assignment: `__proto__` is a name like any other.
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [
        key,
        moveInstants(field, shift),
      ]),
    );
  }
  return value;
}
