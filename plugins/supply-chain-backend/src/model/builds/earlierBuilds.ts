import type { BuildObject } from '../objects/BuildObject';
import { newestFirst } from './newestFirst';

/** Builds of the same Image that came before this one, newest first. */
export function earlierBuilds(
  build: BuildObject,
  all: readonly BuildObject[],
): readonly BuildObject[] {
  const { number } = build;
  if (number === undefined) return [];
  return newestFirst(all).filter(
    each =>
      each.image === build.image &&
      each.number !== undefined &&
      each.number < number,
  );
}
