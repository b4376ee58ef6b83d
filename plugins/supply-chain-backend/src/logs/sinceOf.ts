/**
 * The API server cuts the time to whole seconds, and the kubelet leaves out every line that carries an earlier one,
 * wherever it stands: after a node's clock was set back, lines that nobody has seen carry times before the last one that
 * was. A minute is more than a time service sets back at once, and little to read again.
 */
export const SET_BACK_MS = 60_000;

/** `sinceTime` from which on every line that was written after one of this time comes, and some before it again. */
export function sinceOf(at: string): string {
  const second = Math.floor(Date.parse(at) / 1000) * 1000;
  return new Date(second - SET_BACK_MS).toISOString().replace('.000Z', 'Z');
}
