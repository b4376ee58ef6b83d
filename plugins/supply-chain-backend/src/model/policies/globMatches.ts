import { compileGlob } from './compileGlob';
import { imageName } from './imageName';

/**
 * Whether a pattern is about an image, by policy-controller's rules: the completed reference, else the reference as it is
 * written. A pattern or reference that is none matches nothing.
 */
export function globMatches(glob: string, image: string): boolean {
  const pattern = compileGlob(glob);
  const name = imageName(image);
  if (!pattern || name === undefined) return false;
  return pattern(name) || (name !== image && pattern(image));
}
