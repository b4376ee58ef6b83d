/** Ends every switch over a union: a new member fails to compile here, and an unforeseen value at run time is named. */
export function assertNever(value: never): never {
  throw new Error(`Not a known member of its union: ${JSON.stringify(value)}`);
}
