import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { StageInspector } from './StageInspector';

/** Adds to the kinds of stages that are known; a kind that we know ourselves is then told by yours. */
export interface StageInspectorsExtensionPoint {
  /** Throws when there is one for this group and kind already. */
  addInspector(inspector: StageInspector): void;
}

export const stageInspectorsExtensionPoint =
  createExtensionPoint<StageInspectorsExtensionPoint>({
    id: 'supply-chain.stage-inspectors',
  });
