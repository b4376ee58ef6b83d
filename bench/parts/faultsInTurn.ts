import type { Child } from '../support/Child.ts';
import { sleep } from '../support/sleep.ts';

/** ms between the end of a fault and the next one. */
const REST = 20_000;

/** What goes wrong, in turn: `set` for so many ms, then mended. */
const FAULTS: readonly {
  readonly name: string;
  readonly set: object;
  /** Open watches end first, so that somebody runs into it. */
  readonly endWatches?: boolean;
  readonly ms: number;
}[] = [
  { name: 'watches end', set: {}, endWatches: true, ms: 0 },
  {
    name: '410 in the stream',
    set: { gone: 'in-stream' },
    endWatches: true,
    ms: 2_000,
  },
  { name: 'connections are reset', set: { resetConnections: true }, ms: 2_000 },
  {
    ...{ name: '429', endWatches: true, ms: 3_000 },
    set: { tooManyRequests: { retryAfterSeconds: 1 } },
  },
  {
    name: '410 as a status',
    set: { gone: 'status' },
    endWatches: true,
    ms: 2_000,
  },
  { name: '500', set: { serverError: {} }, endWatches: true, ms: 2_000 },
  { name: 'the API server restarts', set: { dead: true }, ms: 3_000 },
  { name: 'nobody answers', set: { blackHole: true }, ms: 10_000 },
];

/** Breaks a cluster again and again until the signal comes. Resolves, with all mended, to how often each was. */
export async function faultsInTurn(
  cluster: Child,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let n = 0; !signal.aborted; n += 1) {
    await sleepUntil(REST, signal);
    const fault = FAULTS[n % FAULTS.length];
    if (!fault || signal.aborted) break;
    say(fault.name);
    await cluster.ask('faults', {
      ...{ set: fault.set, endWatches: fault.endWatches === true },
    });
    await sleepUntil(fault.ms, signal);
    await cluster.ask('faults', { reset: true });
    counts[fault.name] = (counts[fault.name] ?? 0) + 1;
  }
  return counts;
}

async function sleepUntil(ms: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + ms;
  while (!signal.aborted && performance.now() < until)
    await sleep(Math.min(200, ms));
}
