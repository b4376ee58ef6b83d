import type { RealizedResource } from '../objects/OwnerStatus';
import { isPassThrough } from './isPassThrough';
import { isUnstamped } from './isUnstamped';

/** Stages of one owner by name. */
export type StagesByName = ReadonlyMap<string, RealizedResource>;

/**
 * The stage at the root of the waiting: the furthest upstream one that gives no output and waits for nobody itself.
 * Undefined when every upstream stage gives something. Inputs that name nothing, and cycles, wait for nobody.
 */
export function waitsFor(
  stage: RealizedResource,
  stages: StagesByName,
): string | undefined {
  return root(stage, stages, new Set([stage.name]));
}

function root(
  stage: RealizedResource,
  stages: StagesByName,
  seen: Set<string>,
): string | undefined {
  for (const name of stage.inputs) {
    const input = stages.get(name);
    if (!input || seen.has(name)) continue;
    seen.add(name);
    // What a passed-through stage shows is frozen at its first reconcile, so only its upstream tells.
    if (isPassThrough(input)) {
      const beyond = root(input, stages, seen);
      if (beyond) return beyond;
    } else if (isUnstamped(input)) {
      return root(input, stages, seen) ?? name;
    } else if (input.outputs.length === 0) {
      return (input.stampedRef ? undefined : root(input, stages, seen)) ?? name;
    }
  }
  return undefined;
}
