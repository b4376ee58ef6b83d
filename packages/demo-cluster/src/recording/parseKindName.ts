import type { KindName } from './KindName.ts';

/** `images.kpack.io` -> images of kpack.io; `pods` -> pods of the core group. Cartographer's `stampedRef.resource` has the same form. */
export function parseKindName(name: string): KindName {
  const dot = name.indexOf('.');
  return dot < 0
    ? { group: '', plural: name }
    : { group: name.slice(dot + 1), plural: name.slice(0, dot) };
}
