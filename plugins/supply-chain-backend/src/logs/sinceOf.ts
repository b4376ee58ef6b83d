/** The kubelet gets whole seconds, and one more makes up for lines that are a little out of order. */
const EARLIER_MS = 1_000;

/** `sinceTime` from which on every line of this time, and those around it, come again. */
export function sinceOf(at: string): string {
  const second = Math.floor(Date.parse(at) / 1000) * 1000;
  return new Date(second - EARLIER_MS).toISOString().replace('.000Z', 'Z');
}
