import type { Stage } from './Stage.ts';

/** Whether a stage has stamped an App of kapp-controller. */
export function isKappStage({ stamped }: Stage): boolean {
  return stamped?.resource === 'apps.kappctrl.k14s.io';
}
