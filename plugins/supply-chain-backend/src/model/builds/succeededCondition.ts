import type { BuildObject } from '../objects/BuildObject';
import type { Condition } from '../objects/Condition';

/** What kpack says of a Build. */
export function succeededCondition(build: BuildObject): Condition | undefined {
  return build.conditions.find(condition => condition.type === 'Succeeded');
}
