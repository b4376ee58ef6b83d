/** A place in the logs of a build or a run: after `count` lines that carry exactly this timestamp, in this step. */
export type LogCursor = {
  step: string;
  /** RFC 3339 with nanoseconds, as the kubelet wrote it. */
  at: string;
  /** How many lines of the step with exactly this timestamp were seen. */
  count: number;
};

const CURSOR =
  /^([a-z0-9]([-a-z0-9]{0,126}[a-z0-9])?)~(\d{4}-\d{2}-\d{2}T[0-9:.]+(?:Z|[+-]\d{2}:\d{2}))~(\d{1,9})$/;

/** `build~2026-11-22T21:28:40.123456789Z~2` */
export function formatLogCursor(cursor: LogCursor): string {
  return `${cursor.step}~${cursor.at}~${cursor.count}`;
}

/** Undefined when it is not a cursor. */
export function parseLogCursor(text: string): LogCursor | undefined {
  const match = CURSOR.exec(text);
  const [, step, , at, count] = match ?? [];
  return step && at && count ? { step, at, count: Number(count) } : undefined;
}
