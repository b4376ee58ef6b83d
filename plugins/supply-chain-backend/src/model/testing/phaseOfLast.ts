import { Fields } from '../objects/Fields';
import { readOwnerStatus } from '../objects/readOwnerStatus';
import { stagePhase, type StageContext } from '../stages/stagePhase';
import type { RawStage } from './rawStage';

/** Phase of the last of some stages, with what is known to be behind it. */
export function phaseOfLast(
  raw: readonly RawStage[],
  around: Pick<StageContext, 'behind'> = {},
): ReturnType<typeof stagePhase> {
  const { resources } = readOwnerStatus(new Fields({ resources: raw }));
  const stage = resources.at(-1);
  if (!stage) throw new Error('no stage');
  return stagePhase(stage, {
    stages: new Map(resources.map(each => [each.name, each])),
    namesAccount: false,
    ...around,
  });
}
