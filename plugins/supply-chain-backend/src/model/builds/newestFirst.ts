import type { BuildObject } from '../objects/BuildObject';

/** Newest first: by number (as a number), then by creation for builds made by hand, then by name so that the order never depends on the input's. */
export function newestFirst(
  builds: readonly BuildObject[],
): readonly BuildObject[] {
  return [...builds].sort(
    (a, b) =>
      (b.number ?? -1) - (a.number ?? -1) ||
      (b.meta.createdAt ?? '').localeCompare(a.meta.createdAt ?? '') ||
      (a.meta.name < b.meta.name ? -1 : 1),
  );
}
