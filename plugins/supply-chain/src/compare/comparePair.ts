/** No name in Kubernetes has two dots in a row. */
const BETWEEN = '..';

/** Two builds as the address names them: `payments-build-3..payments-build-7`. */
export const comparePair = {
  write: (from: string, to: string): string => `${from}${BETWEEN}${to}`,

  /** Undefined when it is not one. */
  read(text: string | undefined): { from: string; to: string } | undefined {
    const [from, to, more] = text?.split(BETWEEN) ?? [];
    return from && to && more === undefined ? { from, to } : undefined;
  },
};
