import { globMatches } from './globMatches';

/** Whether one of the patterns is about the image. */
export function anyGlobMatches(
  globs: readonly string[],
  image: string,
): boolean {
  return globs.some(glob => globMatches(glob, image));
}
