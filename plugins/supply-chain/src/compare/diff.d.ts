/** What we use of `diff` 5, which comes without types. */
declare module 'diff' {
  export interface ArrayChange<T> {
    value: T[];
    count?: number;
    added?: boolean;
    removed?: boolean;
  }

  /** Undefined when more than `maxEditLength` entries differ. */
  export function diffArrays<T>(
    oldArray: T[],
    newArray: T[],
    options?: { maxEditLength?: number },
  ): ArrayChange<T>[] | undefined;
}
