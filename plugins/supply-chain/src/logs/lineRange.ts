/** Lines the reader points at, counted from 1 and both included, as in `?line=38-41`. */
export type LineRange = { from: number; to: number };

/** Undefined for what is not a line or a range. */
export function parseLineRange(text: string | null): LineRange | undefined {
  const match = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text ?? '');
  if (!match) return undefined;
  const one = Number(match[1]);
  const other = match[2] === undefined ? one : Number(match[2]);
  const from = Math.min(one, other);
  return from >= 1 ? { from, to: Math.max(one, other) } : undefined;
}

export function formatLineRange({ from, to }: LineRange): string {
  return from === to ? `${from}` : `${from}-${to}`;
}
