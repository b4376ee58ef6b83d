/** An object whose fields may be looked at; also an array, whose named fields are simply absent. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
