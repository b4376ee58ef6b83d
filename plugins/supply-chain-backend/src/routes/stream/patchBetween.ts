import {
  diffViews,
  type ViewPatch,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { viewText } from '../../service/viewText';
import { patchText } from './patchText';

const known = new WeakMap<object, WeakMap<object, ViewPatch | undefined>>();

/**
 * What makes one view into the next; undefined when it would not be smaller than the next one itself. Made once for all
 * who go from the one to the other: a hundred viewers of a list do at the same moment.
 */
export function patchBetween(
  before: object,
  after: object,
): ViewPatch | undefined {
  const from = known.get(before) ?? new WeakMap();
  known.set(before, from);
  if (!from.has(after)) from.set(after, smallPatch(before, after));
  return from.get(after);
}

function smallPatch(before: object, after: object): ViewPatch | undefined {
  const patch = diffViews(before, after);
  return patch && patchText(patch).length < viewText(after).json.length
    ? patch
    : undefined;
}
