import type { RolledImage } from './RolledImage';

/** An update will reach the image, or fails on its way to it; not one that is held up by a failed build of its own. */
export function isOnItsWay({ view: { state } }: RolledImage): boolean {
  return state !== 'blocked';
}
