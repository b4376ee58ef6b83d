import type { ViewPatch } from '@supply-chain-view/backstage-plugin-supply-chain-common';

const known = new WeakMap<ViewPatch, string>();

/** A patch as JSON, written out once for all who are sent it: a patch is never changed once it was made. */
export function patchText(patch: ViewPatch): string {
  const before = known.get(patch);
  if (before !== undefined) return before;
  const text = JSON.stringify(patch);
  known.set(patch, text);
  return text;
}
