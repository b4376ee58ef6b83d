import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Milliseconds since the epoch; undefined for one that goes on. */
export function endOf({
  finishedAt,
}: Pick<BuildView, 'finishedAt'>): number | undefined {
  const at = Date.parse(finishedAt ?? '');
  return Number.isNaN(at) ? undefined : at;
}
