import type { StageView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ImageBehind } from '../stages/imageBehind';
import { conditionView } from '../stages/conditionView';
import { stageView } from '../stages/stageView';
import type { Surroundings } from '../Surroundings';
import { imageStamp } from './imageStamp';

/**
 * An Image for itself as the one stage of a chain: so it has the phases, words and pages that an Image Provider of a workload
 * has. Its conditions are kpack's own.
 */
export function imageStage(
  behind: ImageBehind,
  around: Pick<Surroundings, 'stale' | 'sha256'>,
): StageView {
  const { image } = behind;
  const stamp = imageStamp(image);
  const { generation = 0 } = image.meta;
  const view = stageView(stamp, {
    stages: new Map([[stamp.name, stamp]]),
    behind,
    namesAccount: false,
    stale:
      around.stale ||
      (image.observedGeneration !== undefined &&
        image.observedGeneration < generation),
    sha256: around.sha256,
  });
  return {
    ...view,
    phase:
      image.conditions.length === 0 && behind.newest === undefined
        ? { kind: 'waiting', for: 'kpack' }
        : view.phase,
    conditions: image.conditions.map(conditionView),
  };
}
