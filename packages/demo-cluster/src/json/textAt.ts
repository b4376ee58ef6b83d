import { at } from './at.ts';

/** The text at a path; undefined when there is none or something else. */
export function textAt(
  value: unknown,
  ...path: readonly string[]
): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}
