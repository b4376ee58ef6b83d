import { isRecord } from './isRecord';

/** One page of a list, and how to ask for the next; undefined when it is not a list. */
export function parseListPage(answer: unknown):
  | {
      readonly items: readonly unknown[];
      readonly resourceVersion: string;
      readonly next: string | undefined;
    }
  | undefined {
  if (!isRecord(answer) || !isRecord(answer.metadata)) return undefined;
  const { metadata } = answer;
  // Go writes an empty slice as null.
  const items = answer.items ?? [];
  if (!Array.isArray(items)) return undefined;
  if (
    typeof metadata.resourceVersion !== 'string' ||
    metadata.resourceVersion === ''
  ) {
    return undefined;
  }
  return {
    items: items as unknown[],
    resourceVersion: metadata.resourceVersion,
    next:
      typeof metadata.continue === 'string' && metadata.continue !== ''
        ? metadata.continue
        : undefined,
  };
}
