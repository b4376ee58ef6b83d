import {
  stageTitle,
  type WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** `Image Provider: no buildpack takes this source`; undefined when all is well. */
export function saysSentence(
  row: Pick<WorkloadRow, 'says' | 'saysOf' | 'pipeline'>,
): string | undefined {
  if (!row.says) return undefined;
  if (!row.saysOf) return row.says;
  const stage = row.pipeline.find(({ stage: name }) => name === row.saysOf);
  return `${stage?.title ?? stageTitle(row.saysOf)}: ${row.says}`;
}
