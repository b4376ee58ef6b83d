import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';

export type TimedBuild = BuildRow & { readonly durationMs: number };

/** What builds took, all in all; undefined while none is over. */
export function buildTimes(
  builds: readonly BuildRow[],
): { readonly half: number; readonly longest: TimedBuild } | undefined {
  const timed = builds
    .filter((build): build is TimedBuild => build.durationMs !== undefined)
    .sort((a, b) => a.durationMs - b.durationMs);
  const longest = timed.at(-1);
  const half = timed[Math.ceil(timed.length / 2) - 1];
  return longest && half && { half: half.durationMs, longest };
}
