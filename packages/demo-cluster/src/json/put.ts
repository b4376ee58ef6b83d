import type { KubeObject } from '../state/KubeObject.ts';

/** The object with another value at a path; `undefined` takes the field away. The given one stays as it is. */
export function put(
  object: KubeObject,
  path: readonly string[],
  value: unknown,
): KubeObject {
  // A path never replaces metadata as a whole, so the result keeps its name.
  return putInto(object, path, value) as KubeObject;
}

function putInto(
  object: unknown,
  [step, ...rest]: readonly string[],
  value: unknown,
): unknown {
  if (step === undefined) return value;
  const fields: Record<string, unknown> =
    typeof object === 'object' && object !== null && !Array.isArray(object)
      ? { ...object }
      : {};
  const next = putInto(fields[step], rest, value);
  if (next === undefined) delete fields[step];
  else fields[step] = next;
  return fields;
}
