import type { BuildObject } from '../objects/BuildObject';
import { succeededCondition } from './succeededCondition';

/** kpack has said how it ended; a finished Build never changes again. */
export function isFinished(build: BuildObject): boolean {
  const status = succeededCondition(build)?.status;
  return status === 'True' || status === 'False';
}
