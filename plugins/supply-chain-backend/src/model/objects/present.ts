/** `T` with every property that may be undefined made optional instead. */
export type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<
    T[K],
    undefined
  >;
};

/** Leaves out what is undefined, so that a view says "absent" in one way only. */
export function present<T extends object>(value: T): Present<T> {
  const kept: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value))
    if (each !== undefined) kept[key] = each;
  return kept as Present<T>;
}
