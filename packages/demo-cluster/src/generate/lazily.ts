const known = new WeakMap<readonly string[], PropertyDescriptorMap>();

/**
 * Fields of an object's own, so that a copy by spreading has them, but made only when they are read. One set of getters
 * for all objects with the same list of fields: a closure for each would weigh more than the object.
 */
export function lazily<T>(
  fields: readonly string[],
  from: (here: T) => Readonly<Record<string, unknown>>,
): PropertyDescriptorMap {
  let descriptors = known.get(fields);
  if (!descriptors) {
    descriptors = Object.fromEntries(
      fields.map(field => [
        field,
        {
          enumerable: true,
          get(this: T) {
            return from(this)[field];
          },
        },
      ]),
    );
    known.set(fields, descriptors);
  }
  return descriptors;
}
