import { at } from './at.ts';

/** The number at a path; 0 when there is none, as Go's zero value. */
export function numberAt(value: unknown, ...path: readonly string[]): number {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : 0;
}
