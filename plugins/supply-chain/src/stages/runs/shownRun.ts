import type {
  StageRunsView,
  StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The run that the address names, else the newest. */
export function shownRun(
  { list }: StageRunsView,
  named: string | undefined,
): StageRunView | undefined {
  return list.find(({ name }) => name === named) ?? list[0];
}
