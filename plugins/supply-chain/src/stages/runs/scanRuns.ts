import type {
  StageDetailView,
  StageRunsView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What a stage that scans has run: its runs where it is stamped anew for every change, else the one scan. */
export function scanRuns({
  facts,
  object,
  runs,
}: Pick<StageDetailView, 'facts' | 'object' | 'runs'>):
  | StageRunsView
  | undefined {
  if (facts?.kind !== 'scan') return undefined;
  if (runs || !object) return runs;
  const { ref, resource } = object;
  const scan = { kind: 'Scan', resource, name: ref.name };
  const list = [{ ...scan, phase: 'unknown' as const, tasks: [], outputs: [] }];
  return { list, cut: false };
}
