import { condition } from '../play/condition.ts';
import type { KubeObject } from '../state/KubeObject.ts';

export function isReady(object: KubeObject): boolean {
  return condition(object, 'Ready')?.status === 'True';
}
