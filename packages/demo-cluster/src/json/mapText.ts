/** The same JSON with every text replaced, also keys: managedFields name uids in them. */
export function mapText<T>(value: T, replace: (text: string) => string): T;
export function mapText(
  value: unknown,
  replace: (text: string) => string,
): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value))
    return value.map((item: unknown) => mapText(item, replace));
  if (typeof value === 'object' && value !== null) {
    // Not by assignment: `__proto__` is a name like any other.
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [
        replace(key),
        mapText(field, replace),
      ]),
    );
  }
  return value;
}
